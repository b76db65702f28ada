//! `apigw lsp`: findings, completions and fixes in editors, by the Language Server Protocol over standard input and output.

mod address;
mod beside;
mod position;
mod session;
mod workspace;

use lsp_server::{Connection, Message, Response};
use serde_json::json;

use crate::failure::Failure;
use session::Session;

/// Serves an editor until it leaves.
pub(super) fn run() -> Result<(), Failure> {
    let failed =
        |error: &dyn std::fmt::Display| Failure::general(format!("the connection to the editor failed: {error}"));
    let (connection, threads) = Connection::stdio();
    serve(&connection).map_err(|error| failed(&error))?;
    drop(connection);
    threads.join().map_err(|error| failed(&error))
}

fn serve(connection: &Connection) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let (id, params) = connection.initialize_start()?;
    let answer = json!({
        "capabilities": {
            // Documents are sent whole.
            "textDocumentSync": {"openClose": true, "change": 1, "save": true},
            "hoverProvider": true,
            "completionProvider": {"triggerCharacters": [".", ":", "\""]},
            "codeActionProvider": {"codeActionKinds": ["quickfix"]},
            "workspace": {"workspaceFolders": {"supported": true, "changeNotifications": true}},
        },
        "serverInfo": {"name": "apigw", "version": env!("CARGO_PKG_VERSION")},
    });
    connection.initialize_finish(id, answer)?;

    let mut session = Session::new(&params);
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                let answer = session.answer(&request.method, &request.params);
                let answer = match answer {
                    Some(answer) => Response::new_ok(request.id, answer),
                    None => {
                        let code = lsp_server::ErrorCode::MethodNotFound as i32;
                        Response::new_err(request.id, code, format!("there is no request `{}`", request.method))
                    }
                };
                connection.sender.send(answer.into())?;
            }
            Message::Notification(notification) => {
                for published in session.note(&notification.method, &notification.params) {
                    let method = "textDocument/publishDiagnostics".to_owned();
                    connection.sender.send(lsp_server::Notification::new(method, published).into())?;
                }
            }
            Message::Response(_) => {}
        }
    }
    Ok(())
}
