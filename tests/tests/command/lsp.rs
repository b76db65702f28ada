//! `apigw lsp`: an editor's session, message by message.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use apigw_tests::command_folder::CommandFolder;
use serde_json::{Value, json};

const URI: &str = "file:///project/api.yml";
const TEXT: &str = "openapi: 3.0.1
info: {title: Pets}
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    responseParameters:
      gatewayresponse.header.Vary: none # é
";

/// An editor.
struct Editor {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    requests: u64,
}

impl Editor {
    /// Starts the server, and greets it without a word about folders.
    fn start(folder: &CommandFolder) -> Self {
        Self::start_in(folder, &Value::Null)
    }

    /// Starts the server, and greets it with the address of a folder.
    fn start_in(folder: &CommandFolder, root: &Value) -> Self {
        let mut command = folder.command();
        let mut server =
            command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the server starts");
        let input = server.stdin.take().expect("its input");
        let output = BufReader::new(server.stdout.take().expect("its output"));
        let mut editor = Self { server, input, output, requests: 0 };
        let answer = editor.ask("initialize", &json!({"capabilities": {}, "processId": null, "rootUri": root}));
        assert_eq!(answer["result"]["capabilities"]["hoverProvider"], true, "{answer}");
        editor.tell("initialized", &json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("the message is sent");
        self.input.flush().expect("the message is sent");
    }

    fn receive(&mut self) -> Value {
        let (mut length, mut line) = (0, String::new());
        loop {
            line.clear();
            assert!(self.output.read_line(&mut line).expect("a header") > 0, "the server left");
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse().expect("a length");
                }
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        let (published, answer) = self.ask_after(method, params);
        assert_eq!(published, [], "{answer}");
        answer
    }

    /// Asks, and returns what the server publishes before it answers, too.
    fn ask_after(&mut self, method: &str, params: &Value) -> (Vec<(String, Vec<Value>)>, Value) {
        self.requests += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.requests, "method": method, "params": params}));
        let mut found = Vec::new();
        loop {
            let message = self.receive();
            if message["method"].is_null() {
                assert_eq!(message["id"], self.requests, "{message}");
                return (found, message);
            }
            found.push(published(&message));
        }
    }

    /// Shows the server a text, and returns what it publishes about it.
    fn show(&mut self, text: &str, is_new: bool) -> Vec<Value> {
        if is_new {
            let document = json!({"uri": URI, "languageId": "yaml", "version": 1, "text": text});
            self.tell("textDocument/didOpen", &json!({"textDocument": document}));
        } else {
            let document = json!({"uri": URI, "version": 2});
            self.tell("textDocument/didChange", &json!({"textDocument": document, "contentChanges": [{"text": text}]}));
        }
        let (address, diagnostics) = self.published();
        assert_eq!(address, URI);
        diagnostics
    }

    /// What the server publishes next: about which document, and what is wrong with it.
    fn published(&mut self) -> (String, Vec<Value>) {
        published(&self.receive())
    }

    fn leave(mut self) {
        assert_eq!(self.ask("shutdown", &Value::Null)["result"], Value::Null);
        self.tell("exit", &Value::Null);
        assert!(self.server.wait().expect("the server ends").success());
    }
}

/// What a message publishes: about which document, and what is wrong with it.
fn published(message: &Value) -> (String, Vec<Value>) {
    assert_eq!(message["method"], "textDocument/publishDiagnostics", "{message}");
    let address = message["params"]["uri"].as_str().expect("an address").to_owned();
    (address, message["params"]["diagnostics"].as_array().expect("diagnostics").clone())
}

fn position(text: &str, token: &str) -> Value {
    let at = text.find(token).expect("the token");
    let line = text[..at].matches('\n').count();
    let column = at - text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    json!({"line": line, "character": column})
}

#[test]
fn a_mistake_is_shown_while_it_is_typed_and_fixed_on_request() {
    let folder = CommandFolder::new();
    let mut editor = Editor::start(&folder);
    let right = TEXT.replace("none", "\"'none'\"");
    assert_eq!(editor.show(&right, true), [json!(null); 0]);

    let found = editor.show(TEXT, false);
    let [mistake] = found.as_slice() else { panic!("{found:?}") };
    let range = json!({"start": {"line": 5, "character": 35}, "end": {"line": 5, "character": 39}});
    assert_eq!((&mistake["range"], &mistake["severity"], &mistake["source"]), (&range, &json!(2), &json!("apigw")));
    assert_eq!(mistake["code"], "gateway-response-parameter-value");

    let document = json!({"uri": URI});
    let context = json!({"diagnostics": found});
    let asked = json!({"textDocument": document, "range": range, "context": context});
    let answer = editor.ask("textDocument/codeAction", &asked);
    let [action] = answer["result"].as_array().expect("actions").as_slice() else { panic!("{answer}") };
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(action["edit"]["changes"][URI], json!([{"range": range, "newText": "\"'none'\""}]));
    // Wherever the cursor is on the line; on another line there is nothing to fix.
    let line = range["start"]["line"].as_u64().expect("a line");
    for (line, count) in [(line, 1), (line - 1, 0)] {
        let start = json!({"line": line, "character": 0});
        let asked =
            json!({"textDocument": document, "range": {"start": start, "end": start}, "context": {"diagnostics": []}});
        let answer = editor.ask("textDocument/codeAction", &asked);
        assert_eq!(answer["result"].as_array().map(Vec::len), Some(count), "{answer}");
    }
    assert_eq!(editor.show(&right, false), [json!(null); 0]);
    editor.leave();
}

#[test]
fn members_and_values_are_offered_and_explained() {
    let folder = CommandFolder::new();
    let mut editor = Editor::start(&folder);
    let text = "openapi: 3.0.1\npaths:\n  /:\n    get:\n      x-amazon-apigateway-integration:\n        type: MO\n";
    editor.show(text, true);
    let document = json!({"uri": URI});
    let asked = json!({"textDocument": document, "position": {"line": 5, "character": 16}});
    let answer = editor.ask("textDocument/completion", &asked);
    let items = answer["result"].as_array().expect("completions");
    let mock = items.iter().find(|item| item["label"] == "MOCK").unwrap_or_else(|| panic!("{answer}"));
    let range = json!({"start": {"line": 5, "character": 14}, "end": {"line": 5, "character": 16}});
    assert_eq!(mock["textEdit"], json!({"range": range, "newText": "MOCK"}));

    let asked = json!({"textDocument": document, "position": position(text, "type")});
    let answer = editor.ask("textDocument/hover", &asked);
    let shown = answer["result"]["contents"]["value"].as_str().unwrap_or_default();
    assert!(shown.starts_with("**type**\n\n") && shown.contains("`HTTP_PROXY`"), "{answer}");
    assert_eq!(editor.ask("workspace/unknown", &json!({}))["error"]["code"], -32601);
    editor.leave();
}

#[test]
fn settings_and_torn_documents_are_respected() {
    let folder = CommandFolder::new();
    folder.write(".apigw.toml", "[lint]\nallow = ['gateway-response-parameter-value']\n");
    let mut editor = Editor::start(&folder);
    assert_eq!(editor.show(TEXT, true), [json!(null); 0]);
    let found = editor.show("openapi: 3.0.1\npaths: {x-amazon-apigateway-integration: [\n", false);
    assert_eq!(
        (&found[0]["code"], &found[0]["range"]["start"]["line"]),
        (&json!("unreadable"), &json!(1)),
        "{found:?}"
    );
    editor.leave();
}

/// A template whose API is in a file.
const TEMPLATE: &str = "Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: v1, DefinitionUri: 'the api.yml'}
";

#[test]
fn what_templates_include_is_shown_in_the_included_file() {
    let folder = CommandFolder::new();
    folder.write("the api.yml", TEXT);
    let mut editor = Editor::start(&folder);
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    // Editors encode what they like.
    let (template, api) = (address("template.yaml"), address("the%20api%2eyml"));
    let constructed = address("the%20api.yml");
    let right = TEXT.replace("none", "\"'none'\"");
    let open = |address: &str, text: &str| json!({"textDocument": {"uri": address, "text": text}});

    editor.tell("textDocument/didOpen", &open(&template, TEMPLATE));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));
    let (published, found) = editor.published();
    let [mistake] = found.as_slice() else { panic!("{found:?}") };
    let start = json!({"line": 5, "character": 35});
    assert_eq!((&published, &mistake["range"]["start"]), (&constructed, &start));

    // What is open counts, and not what is saved.
    editor.tell("textDocument/didOpen", &open(&api, &right));
    for expected in [&api, &template, &constructed] {
        assert_eq!(editor.published(), (expected.clone(), Vec::new()));
    }
    let changed = json!({"textDocument": {"uri": api}, "contentChanges": [{"text": TEXT}]});
    editor.tell("textDocument/didChange", &changed);
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (api.clone(), 1), "found once, by itself and by the template: {found:?}");
    assert_eq!(editor.published(), (template.clone(), Vec::new()));

    editor.tell("textDocument/didClose", &json!({"textDocument": {"uri": api}}));
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (api, 0));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (constructed.clone(), 1), "the file as it is saved");

    editor.tell("textDocument/didClose", &json!({"textDocument": {"uri": template}}));
    assert_eq!(editor.published(), (template, Vec::new()));
    assert_eq!(editor.published(), (constructed, Vec::new()));
    editor.leave();
}

#[test]
fn saved_settings_concern_every_open_document() {
    let folder = CommandFolder::new();
    let mut editor = Editor::start(&folder);
    assert_eq!(editor.show(TEXT, true).len(), 1);

    let saved = json!({"textDocument": {"uri": format!("file://{}/.apigw.toml", folder.path().display())}});
    let settings = saved["textDocument"]["uri"].as_str().expect("an address");
    let place = position(TEXT, "none");
    let asked = json!({"textDocument": {"uri": URI}, "range": {"start": place, "end": place}, "context": {}});
    for (text, count) in [("[lint]\nallow = ['gateway-response-parameter-value']\n", 0), ("[lint]\n", 1)] {
        folder.write(".apigw.toml", text);
        editor.tell("textDocument/didSave", &saved);
        let (published, answer) = editor.ask_after("textDocument/codeAction", &asked);
        let published: Vec<_> = published.iter().map(|(address, found)| (address.as_str(), found.len())).collect();
        assert_eq!(published, [(settings, 0), (URI, count)], "{text}");
        assert_eq!(answer["result"].as_array().map(Vec::len), Some(count), "{answer}");
    }

    // Settings that stay the same concern no other document.
    editor.tell("textDocument/didSave", &saved);
    let (published, _) = editor.ask_after("textDocument/codeAction", &asked);
    assert_eq!(published, [(settings.to_owned(), Vec::new())]);
    editor.leave();
}

#[test]
fn saved_files_outside_of_the_workspace_are_not_read() {
    let folder = CommandFolder::new();
    folder.write("api.yml", TEXT);
    folder.write("project/api.yml", TEXT);
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    let template = address("project/template.yaml");
    let text = |path: &str| TEMPLATE.replace("the api.yml", path);
    let open = |address: &str, text: &str| json!({"textDocument": {"uri": address, "text": text}});

    let mut editor = Editor::start_in(&folder, &json!(address("project")));
    editor.tell("textDocument/didOpen", &open(&template, &text("../api.yml")));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));
    editor.tell("textDocument/didOpen", &open(&template, &text("api.yml")));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (address("project/api.yml"), 1));
    editor.leave();

    // The folder of the settings counts.
    folder.write(".apigw.toml", "[lint]\n");
    let mut editor = Editor::start_in(&folder, &json!(address("project")));
    editor.tell("textDocument/didOpen", &open(&template, &text("../api.yml")));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (address("api.yml"), 1));
    editor.leave();
}

#[test]
fn the_files_of_a_terraform_module_are_read_together() {
    let folder = CommandFolder::new();
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    let resource = |name: &str| {
        format!(
            "resource \"aws_api_gateway_resource\" \"{name}\" {{\n  rest_api_id = aws_api_gateway_rest_api.a.id\n  parent_id = \
             aws_api_gateway_rest_api.a.root_resource_id\n  path_part = \"{{{name}}}\"\n}}\n"
        )
    };
    folder.write(
        "api.tf",
        "resource \"aws_api_gateway_rest_api\" \"a\" {\n  name = \"a\"\n}\n".to_owned() + &resource("one"),
    );
    let (api, more, new) = (address("api.tf"), address("more.tf"), address("new.tf"));
    let open = |address: &str, text: &str| json!({"textDocument": {"uri": address, "text": text}});
    let mut editor = Editor::start(&folder);
    let counts = |editor: &mut Editor, count: usize| {
        let mut found: Vec<_> = (0..count).map(|_| editor.published()).map(|(at, found)| (at, found.len())).collect();
        found.sort();
        found
    };

    // The other variable of the root is in a file that is only saved.
    editor.tell("textDocument/didOpen", &open(&more, &resource("two")));
    assert_eq!(counts(&mut editor, 1), [(more.clone(), 1)]);
    editor.tell("textDocument/didOpen", &open(&api, ""));
    assert_eq!(counts(&mut editor, 2), [(api.clone(), 0), (more.clone(), 0)], "what is open counts");
    // A file that the disk does not have.
    editor.tell(
        "textDocument/didOpen",
        &open(&new, "resource \"aws_api_gateway_rest_api\" \"a\" {\n  name = \"a\"\n}\n"),
    );
    assert_eq!(counts(&mut editor, 2), [(more.clone(), 0), (new.clone(), 0)], "an empty file depends on no other");
    let changed = json!({"textDocument": {"uri": api}, "contentChanges": [{"text": resource("one")}]});
    editor.tell("textDocument/didChange", &changed);
    assert_eq!(counts(&mut editor, 3), [(api, 1), (more, 1), (new, 0)]);
    editor.leave();
}

#[test]
fn folders_that_an_editor_adds_are_read() {
    let folder = CommandFolder::new();
    folder.write("api.yml", TEXT);
    folder.write("project/empty", "");
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    let template = address("project/template.yaml");
    let text = TEMPLATE.replace("the api.yml", "../api.yml");
    let mut editor = Editor::start_in(&folder, &json!(address("project")));
    editor.tell("textDocument/didOpen", &json!({"textDocument": {"uri": template, "text": text}}));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));

    let all = json!([{"uri": format!("file://{}", folder.path().display()), "name": "all"}]);
    editor.tell("workspace/didChangeWorkspaceFolders", &json!({"event": {"added": all, "removed": []}}));
    let (published, found) = editor.published();
    assert_eq!((published, found.len()), (address("api.yml"), 1));
    assert_eq!(editor.published(), (template.clone(), Vec::new()));

    editor.tell("workspace/didChangeWorkspaceFolders", &json!({"event": {"added": [], "removed": all}}));
    assert_eq!(editor.published(), (address("api.yml"), Vec::new()));
    assert_eq!(editor.published(), (template, Vec::new()));
    editor.leave();
}
