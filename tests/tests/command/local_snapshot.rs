//! `apigw local snapshot` and `restore`: a store as a file, from a file or from a server.

use apigw_tests::command_folder::{CommandFolder, Outcome};
use serde_json::Value;

use crate::local_server::Server;

/// A folder with a store that has an API.
fn with_store() -> CommandFolder {
    let folder = CommandFolder::new();
    let made = folder.in_shell("apigw --local=a.redb create-rest-api --name pets");
    assert_eq!(made.exit, Some(0), "{}", made.stderr);
    folder
}

fn names(folder: &CommandFolder, store: &str) -> Outcome {
    folder.in_shell(&format!("apigw --local={store} get-rest-apis --query items[].name --output text"))
}

#[test]
fn a_store_goes_through_a_file_into_another_store() {
    let folder = with_store();
    let taken = folder.in_shell("apigw local snapshot --data a.redb pets.json");
    assert_eq!((taken.exit, taken.stdout.as_str()), (Some(0), ""), "{}", taken.stderr);
    assert_eq!(taken.stderr, "apigw: `pets.json` has what `a.redb` had\n");
    let snapshot: Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("pets.json")).expect("a file")).expect("JSON");
    assert!(snapshot["records"].as_object().expect("records").keys().any(|key| key.starts_with("apis/")));

    let restored = folder.in_shell("apigw local restore pets.json --data b.redb");
    assert_eq!(restored.exit, Some(0), "{}", restored.stderr);
    assert_eq!(names(&folder, "b.redb").stdout, "pets\n");

    // The store of `--local` is that of both commands, too.
    folder.in_shell("apigw --local create-rest-api --name own");
    let refused = folder.in_shell("apigw local restore pets.json");
    assert_eq!(refused.exit, Some(255));
    assert!(refused.stderr.contains("is not empty; name another file, or add --overwrite"), "{}", refused.stderr);
    let both = folder.in_shell("apigw local restore pets.json --overwrite && apigw local snapshot own.json");
    assert_eq!(both.exit, Some(0), "{}", both.stderr);
    let own =
        folder.in_shell("cmp own.json pets.json && apigw --local get-rest-apis --query items[].name --output text");
    assert_eq!((own.exit, own.stdout.as_str()), (Some(0), "pets\n"), "{}", own.stderr);
}

#[cfg(unix)]
#[test]
fn others_cannot_read_a_new_file_of_a_snapshot() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = with_store();
    folder.write("old.json", "");
    let old = folder.path().join("old.json");
    std::fs::set_permissions(&old, std::fs::Permissions::from_mode(0o644)).expect("permissions");
    let taken = folder.in_shell("for file in new old; do apigw local snapshot --data a.redb $file.json; done");
    assert_eq!(taken.exit, Some(0), "{}", taken.stderr);
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).expect("a file").permissions().mode() & 0o777;
    assert_eq!((mode("new.json"), mode("old.json")), (0o600, 0o644));
}

#[test]
fn what_is_no_snapshot_leaves_the_store() {
    let folder = with_store();
    folder.write("none.json", r#"{"apigwSnapshot": 1}"#);
    let refused = folder.in_shell("apigw local restore none.json --data a.redb --overwrite");
    assert_eq!(refused.exit, Some(255));
    assert!(refused.stderr.contains("`none.json` cannot be restored: this is no snapshot"), "{}", refused.stderr);
    assert_eq!(names(&folder, "a.redb").stdout, "pets\n");
}

#[test]
fn a_server_gives_its_store() {
    let folder = with_store();
    let server = Server::start(&folder, &["--data", "a.redb"]);
    let locked = folder.in_shell("apigw local snapshot --data a.redb pets.json");
    assert_eq!(locked.exit, Some(255));
    let advice = "another process has the store `a.redb` open; end it, or give its URL with --endpoint-url";
    assert!(locked.stderr.contains(advice), "{}", locked.stderr);
    let taken = folder.in_shell(&format!("apigw local snapshot --endpoint-url {} pets.json", server.url()));
    assert_eq!(taken.exit, Some(0), "{}", taken.stderr);
    let locked = folder.in_shell("apigw local restore pets.json --data a.redb");
    assert!(locked.stderr.contains("open; end it, then restore again"), "{}", locked.stderr);

    drop(server);
    let again = folder.in_shell("apigw local snapshot --data a.redb again.json && cmp pets.json again.json");
    assert_eq!(again.exit, Some(0), "{}", again.stderr);
}

#[test]
fn what_cannot_be_copied_is_reported() {
    let folder = with_store();
    for (line, part) in [
        ("snapshot --data none.redb x.json", "there is no store `none.redb`"),
        ("snapshot --data a.redb nowhere/x.json", "cannot write `nowhere/x.json`"),
        ("snapshot --endpoint-url http://127.0.0.1:1 x.json", "nothing answers"),
        ("snapshot --data a.redb --endpoint-url http://127.0.0.1:1 x.json", "leave one out"),
        ("restore none.json --data b.redb", "cannot read `none.json`"),
        ("restore a.redb --data b.redb", "a.redb"),
        ("snapshot", "usage: apigw local"),
        ("snapshots", "unknown options: snapshots"),
    ] {
        let failed = folder.in_shell(&format!("apigw local {line}"));
        assert!(failed.exit.is_some_and(|exit| exit >= 252), "{line}: {:?}", failed.exit);
        assert!(failed.stderr.contains(part), "{line}: {}", failed.stderr);
    }
    assert!(!folder.path().join("none.redb").exists() && !folder.path().join("b.redb").exists());
}
