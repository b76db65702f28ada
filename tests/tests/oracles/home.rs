//! Where a user is at home whose environment does not say so: in the system's list of users.

use apigw_tests::command_folder::CommandFolder;
use apigw_tests::tools;
use apigw_tests::trials::Group;

/// The tests of this module.
pub(crate) const GROUP: Group = Group {
    name: "home",
    needs: &[&tools::UNSHARE],
    tests: &[("without_a_variable_the_list_of_users_tells", without_a_variable_the_list_of_users_tells)],
};

fn without_a_variable_the_list_of_users_tells() {
    let folder = CommandFolder::new();
    let home = folder.path().join("elsewhere");
    folder.write("elsewhere/.aws/config", "[default]\nregion = eu-north-1\nendpoint_url = http://127.0.0.1:1/found\n");
    folder.write("passwd", format!("root:x:0:0:root:{}:/bin/sh\n", home.display()));
    let run = |more: &str| {
        let line = "mount --bind passwd /etc/passwd && exec env -u HOME";
        let command = format!(
            "exec unshare --user --map-root-user --mount sh -c '{line} {more} \"$0\" get-account --dry-run' \"{}\"",
            apigw_tests::command::path().display()
        );
        folder.in_shell(&command)
    };

    let found = run("");
    assert_eq!((found.exit, found.stderr.as_str()), (Some(0), ""));
    assert!(found.stdout.contains("http://127.0.0.1:1/found"), "{}", found.stdout);
    // A variable that is set goes before.
    let other = run("HOME=/nowhere");
    assert!(!other.stdout.contains("found"), "{}", other.stdout);
}
