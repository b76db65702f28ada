//! What the service answers: outputs of the model, what is almost one, pages, and errors.

use apigw_spec::{Binding, Operation};
use apigw_tests::loopback::Answer;

use super::json::{self, Json, Names};
use crate::differential::dice::Dice;

const STATUSES: [u16; 14] = [301, 307, 400, 401, 403, 404, 409, 413, 418, 429, 500, 501, 503, 504];

const CODES: [&str; 8] = [
    "BadRequestException",
    "NotFoundException",
    "LimitExceededException",
    "TooManyRequestsException",
    "Bogus",
    "aws#ConflictException",
    "ServiceUnavailableException",
    "BadRequestException:http://internal/",
];

/// The answers of one case.
pub(crate) fn answers(dice: &mut Dice, operation: &'static Operation) -> Vec<Answer> {
    if dice.one_in(6) {
        return vec![error(dice)];
    }
    let Some(pagination) = operation.pagination else { return vec![success(dice, operation)] };
    let count = 1 + dice.below(4);
    let wire = |name: &str| {
        let members = operation.output.map(|output| output.shape().members()).unwrap_or_default();
        members.iter().find(|member| member.name == name).map_or(name, |member| member.wire_name).to_owned()
    };
    let mut pages: Vec<Answer> = Vec::new();
    for number in 1..=count {
        let Json::Object(mut entries) = output(dice, operation) else { continue };
        entries.retain(|(name, _)| *name != wire(pagination.output_token));
        let is_last = number == count;
        if !is_last || dice.one_in(12) {
            let same = dice.one_in(15);
            let token = if same { "p".to_owned() } else { format!("p{number}") };
            entries.push((wire(pagination.output_token), Json::text(&token)));
        } else if dice.one_in(4) {
            entries.push((wire(pagination.output_token), Json::Raw(dice.pick(&["\"\"", "null"]).to_owned())));
        }
        pages.push(Answer::json(Json::Object(entries).write(dice)));
    }
    if dice.one_in(12) {
        pages.push(error(dice));
    }
    if pages.is_empty() { vec![Answer::json("{}")] } else { pages }
}

fn output(dice: &mut Dice, operation: &'static Operation) -> Json {
    let members = operation.output.map(|output| output.shape().members()).unwrap_or_default();
    json::members(dice, members, Names::Wire, 5)
}

fn success(dice: &mut Dice, operation: &'static Operation) -> Answer {
    if operation.has_streaming_output() {
        return stream(dice, operation);
    }
    let document = output(dice, operation);
    let body = match dice.below(30) {
        0 => "{}".to_owned(),
        1 => String::new(),
        _ => document.write(dice),
    };
    Answer { status: dice.pick(&[200, 200, 201, 202]), ..Answer::json(body) }
}

fn stream(dice: &mut Dice, operation: &'static Operation) -> Answer {
    let mut headers = Vec::new();
    for member in operation.output.map(|output| output.shape().members()).unwrap_or_default() {
        if let Binding::Header(name) = member.binding
            && !dice.one_in(3)
        {
            headers.push((
                name.to_owned(),
                dice.pick(&["application/json", "attachment; filename=\"x\"", "x"]).to_owned(),
            ));
        }
    }
    let body: &[u8] = dice.pick(&[b"{\"a\": 1}".as_slice(), b"", b"\xff\x00binary", b"line\r\nline\n"]);
    Answer { status: 200, headers, body: body.to_vec() }
}

fn error(dice: &mut Dice) -> Answer {
    let mut headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    if dice.one_in(2) {
        headers.push(("x-amzn-ErrorType".to_owned(), dice.pick(&CODES).to_owned()));
    }
    if dice.one_in(6) {
        headers.push(("Retry-After".to_owned(), "7".to_owned()));
    }
    let message = Json::text(dice.pick(&["Invalid API identifier specified", "", " é \n", "two\nlines", "{}"]));
    let mut entries = Vec::new();
    if !dice.one_in(4) {
        entries.push((dice.pick(&["message", "Message", "message"]).to_owned(), message));
    }
    if dice.one_in(3) {
        entries.push((dice.pick(&["code", "Code", "__type"]).to_owned(), Json::text(dice.pick(&CODES))));
    }
    let object = Json::Object(entries);
    let body = match dice.below(12) {
        0 => String::new(),
        1 => "<html><body>Bad Gateway</body></html>".to_owned(),
        2 => dice.pick(&["é", "<html", "{\"message\": ", " "]).to_owned(),
        3 => "not JSON".to_owned(),
        _ => object.write(dice),
    };
    Answer { status: dice.pick(&STATUSES), headers, body: body.into_bytes() }
}
