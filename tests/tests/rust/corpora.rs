//! What fuzzers start from and what they found, through the doors of the parsers; and that parsers take time in
//! proportion to their input.
//!
//! `cargo fuzz run --fuzz-dir tests/fuzz --sanitizer none DOOR` looks for more.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use apigw_tests::fuzzing::{DOORS, Door};
use rustix::time::{ClockId, clock_gettime};

/// The files of a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.sort();
    files
}

fn examples(door: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = apigw_tests::path("fuzz/corpus").join(door);
    let examples = files(&folder).into_iter().map(|path| {
        let data = fs::read(&path).expect("a readable example");
        (path, data)
    });
    examples.collect()
}

#[test]
fn every_door_has_a_target_and_examples() {
    let doors: BTreeSet<String> = DOORS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let names = |folder: &str| -> BTreeSet<String> {
        let files = files(&apigw_tests::path(folder)).into_iter();
        files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
    };
    assert_eq!(names("fuzz/fuzz_targets"), doors);
    assert_eq!(names("fuzz/corpus"), doors);
    let manifest = apigw_tests::text("fuzz/Cargo.toml");
    for door in doors {
        assert!(manifest.contains(&format!("\nname = \"{door}\"\n")), "tests/fuzz/Cargo.toml has no target `{door}`");
    }
}

#[test]
fn examples_pass_their_doors() {
    for (name, door) in DOORS {
        let examples = examples(name);
        assert!(!examples.is_empty(), "{name}");
        for (_, data) in examples {
            door(&data);
        }
    }
}

/// What makes parsers slow if anything does: nesting, separators, quotes and escapes, over and over.
const UNITS: &[&str] = &[
    "[",
    "{",
    "(",
    "{\"a\":",
    "a=[",
    "a={",
    "a=b,",
    "a,b,",
    "'",
    "\"",
    "\\",
    "\\\"",
    "\\,",
    "@",
    ".",
    "a.",
    "*",
    "a[?",
    "[]",
    "&",
    "!",
    "|",
    "||",
    "$",
    "#",
    "#if(",
    "${",
    "$a.",
    "#{",
    "%",
    "%41",
    "/",
    "//",
    ":",
    ";",
    "<",
    "- ",
    "? ",
    "a: ",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\u{e9}",
    "\u{1f600}",
    "0",
    "9",
    "-",
    "+",
    "1e",
    "x",
    "--a\n",
    "a\n",
    "[a]\n",
    "a = b\n",
    "(a",
    "a*",
    "(a|",
    "[^",
    "{1,",
    "arn:",
    "method.",
    "~1",
    "&a ",
    "*a ",
    "|\n",
    "a?\"",
    "'a' ",
    "[0]",
    "\"a\",",
    "null,",
];

/// Long texts that are well formed, as far as one repeated unit makes them so: the door, what comes first, what is
/// repeated, with its number for `@`, and what comes last.
const FRAMES: &[(&str, &str, &str, &str)] = &[
    ("option_value", "\0", "k@=v,", "z=1"),
    ("option_value", "\0k=", "v,", "v"),
    ("option_value", "\0k=[", "'v@',", "v]"),
    ("option_value", "\0[", "{\"k@\":\"v\"},", "1]"),
    ("command_line", "put-integration\n", "--uri\n@\n", ""),
    ("command_line", "put-integration\n", "--unknown@\n", ""),
    ("command_line", "put-integration\n", "word\n", ""),
    ("command_line", "update-stage\n--patch-operations\n", "op=replace,path=/variables/v@,value=x\n", ""),
    ("json_input", "\x3c{\"requestParameters\":{", "\"integration.request.header.h@\":\"'v'\",", "\"z\":\"z\"}}"),
    ("json_input", "\x3c{", "\"k@\":1,", "\"z\":1}"),
    ("json_input", "\x3c{\"requestTemplates\":{\"application/json\":\"", "#set($a = $input.path('$.b'))", "\"}}"),
    ("yaml_input", "\x05", "k@: v\n", ""),
    ("yaml_input", "\x05k:\n", "- &a@ v\n", "- *a0\n"),
    ("yaml_input", "\x05k: |\n", "  line @\n", ""),
    ("yaml_input", "\x05k: \"", "\\u00e9 ", "\""),
    ("query", "", "a@.", "a\n{}"),
    ("query", "", "a || ", "a\n{}"),
    ("query", "[", "a@, ", "a]\n{}"),
    ("query", "", "[] | ", "@\n[[1]]"),
    ("query", "sort_by(a,&k)\n{\"a\":[", "{\"k\":@},", "{\"k\":0}]}"),
    ("query", "a[?k > `5`].k\n{\"a\":[", "{\"k\":@},", "{\"k\":0}]}"),
    ("output", "{\"items\":[", "{\"k\":\"v\",\"l\":[1]},", "{}]}"),
    ("output", "{\"k\":\"", "word ", "\"}"),
    ("reply", "\x40\0{\"item\":[", "{\"id\":\"@\"},", "{}]}"),
    ("script", "\0", "aws apigateway get-rest-api --rest-api-id \"$A\" | jq . && \n", ":"),
    ("script", "\0aws apigateway put-integration ", "--uri x@ \\\n  ", ""),
    ("script", "\0", "$(aws apigateway get-account ", ""),
    ("script", "\0", "cat <<E\n$(aws)\nE\n", ""),
    ("script", "\0", "x=(", ""),
    ("script", "\0", "{{", ""),
    ("script", "\x01a:\n\t", "$(shell ", ""),
    ("script", "\x04```sh\n", "a", ""),
    ("script", "\x01all:\n", "\taws apigateway get-account $(X@)\n", ""),
    ("script", "\x02a:\n", "  - run: aws apigateway get-account\n", ""),
    ("model", "{\"smithy\":\"2.0\",\"shapes\":{", "\"a#S@\":{\"type\":\"string\"},", "\"a#Z\":{\"type\":\"string\"}}}"),
    ("model", "{\"smithy\":\"2.0\",\"shapes\":{", "\"a#S@\":{\"type\":\"list\"},", "\"a#Z\":{}}}"),
    ("rules", "{\"smithy\":\"2.0\",\"shapes\":{", "\"a#S@\":{\"type\":\"apply\"},", "\"a#Z\":{}}}"),
    ("config", "", "[profile p@]\nregion = r\n", ""),
    ("config", "[default]\n", "k@ = v\n", ""),
    (
        "recording",
        "",
        "{\"operation\":\"A\",\"method\":\"GET\",\"target\":\"/\",\"body\":null,\"answer\":{\"status\":200}}\n",
        "",
    ),
    ("macros", "PutIntegration { ", "m@: 1, ", "}"),
    ("macros", "PutIntegration { request_templates: { ", "\"k@\": \"v\", ", "} }"),
    ("macros", "#[apigw(operation = PutIntegration)] struct S { ", "f@: u8, ", "}"),
];

/// How many of a door's examples are repeated.
const MOST_EXAMPLES: usize = 20;

/// What this thread has computed so far; it does not grow while another has the processor.
fn computed() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The shortest of several runs, for which other work on the machine matters least.
fn time(door: Door, data: &[u8], runs: usize) -> Duration {
    let run = |_| {
        let start = computed();
        door(data);
        computed().saturating_sub(start)
    };
    (0..runs).map(run).min().unwrap_or_default()
}

/// The start, the unit so many times, and the end. `@` is the number of the unit.
fn text(start: &[u8], unit: &[u8], end: &str, count: usize) -> Vec<u8> {
    let mut text = start.to_vec();
    for number in 0..count {
        for byte in unit {
            match byte {
                b'@' if !end.is_empty() || start.len() > 1 => text.extend(number.to_string().bytes()),
                other => text.push(*other),
            }
        }
    }
    text.extend(end.bytes());
    text
}

/// The shorter of the two lengths that are compared, unless one unit is longer.
const SHORT: usize = 1 << 11;

/// How much longer the other is.
const FACTOR: usize = 16;

/// How much longer that one may take: [`FACTOR`] if time grows with length, its square, 256, if with the square.
const GROWTH: u32 = 96;

/// How the time of a door grows with the text, if it grows much faster.
fn growth(door: Door, short: &[u8], long: &[u8]) -> Option<(Duration, Duration)> {
    // What is over within a millisecond says nothing: caches and the clock are more than the work.
    let floor = Duration::from_millis(1);
    let mut found = None;
    for runs in [1, 3, 9] {
        let times = (time(door, short, runs).max(floor), time(door, long, runs));
        if times.1 < times.0 * GROWTH {
            return None;
        }
        found = Some(times);
    }
    found
}

/// The texts that a door is given, short and long, each with what it is made of.
fn texts(name: &str) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let both = |start: &[u8], unit: &[u8], end: &str| {
        let told = format!("{:?} after {:?}", String::from_utf8_lossy(unit), String::from_utf8_lossy(start));
        let count = (SHORT / unit.len()).max(1);
        (told, text(start, unit, end, count), text(start, unit, end, count * FACTOR))
    };
    let mut texts: Vec<_> = UNITS.iter().map(|unit| both(b"", unit.as_bytes(), "")).collect();
    let frames = FRAMES.iter().filter(|(door, ..)| *door == name);
    texts.extend(frames.map(|(_, start, unit, end)| both(start.as_bytes(), unit.as_bytes(), end)));
    let examples = examples(name).into_iter().filter(|(_, example)| example.len() > 1).take(MOST_EXAMPLES);
    texts.extend(examples.map(|(_, example)| both(&example[..1], &example[1..], "")));
    texts
}

#[test]
fn time_grows_with_length() {
    let mut slow = Vec::new();
    for (name, door) in DOORS {
        for (told, short, long) in texts(name) {
            if let Some((few, many)) = growth(*door, &short, &long) {
                slow.push(format!("`{name}`: {few:?}, but {many:?} for {FACTOR} times as many {told}"));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
