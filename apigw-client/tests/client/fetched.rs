//! Credentials that AWS's library fetches. It looks at the variables of the process, so each test is a process.

use std::path::PathBuf;
use std::process::Command;

use crate::aws_services::server;

/// Makes a call in a process with these variables and the configuration file, and gives what was asked meanwhile.
pub(crate) fn asked_by(name: &str, config: &str, variables: &[(&str, &str)]) -> Vec<(String, String, String)> {
    outcome(name, config, variables).0
}

/// What was asked, and what the process printed.
pub(crate) fn outcome(name: &str, config: &str, variables: &[(&str, &str)]) -> (Vec<(String, String, String)>, String) {
    outcome_with(name, config, variables, &[])
}

/// The same, with files in the home directory.
pub(crate) fn outcome_with(
    name: &str,
    config: &str,
    variables: &[(&str, &str)],
    files: &[(String, String)],
) -> (Vec<(String, String, String)>, String) {
    let (url, asked) = server();
    let home = std::env::temp_dir().join(format!("apigw-client-chain-{name}-{}", std::process::id()));
    std::fs::create_dir_all(home.join(".aws")).unwrap();
    std::fs::write(home.join(".aws/config"), config).unwrap();
    std::fs::write(home.join("token"), "a token").unwrap();
    for (file, text) in files {
        std::fs::create_dir_all(home.join(file).parent().unwrap()).unwrap();
        std::fs::write(home.join(file), text).unwrap();
    }
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "fetched::child", "--nocapture"]).env_clear().env("APIGW_CHILD", "yes").env("HOME", &home);
    child.env("AWS_REGION", "us-east-1").env("AWS_ENDPOINT_URL_API_GATEWAY", &url).env("AWS_ENDPOINT_URL_STS", &url);
    for (name, value) in variables {
        child.env(name, value.replace("{url}", &url).replace("{home}", home.to_str().unwrap()));
    }
    let output = child.output().unwrap();
    remove(home);
    assert!(output.status.success(), "{output:?}");
    let asked = asked.lock().unwrap().clone();
    (asked, String::from_utf8(output.stdout).unwrap())
}

fn remove(home: PathBuf) {
    std::fs::remove_dir_all(home).unwrap();
}

/// The process of a test; on its own it does nothing. It calls twice, with a code for whoever asks if it has one.
#[tokio::test]
async fn child() {
    if std::env::var_os("APIGW_CHILD").is_none() {
        return;
    }
    let builder = apigw_client::Client::builder();
    let builder = match std::env::var("APIGW_CODE") {
        Ok(code) => builder.mfa_prompt(move |serial| {
            println!("\ncode for {serial}");
            if code.is_empty() { Err(std::io::Error::other("nobody there")) } else { Ok(code.clone()) }
        }),
        Err(_) => builder,
    };
    let builder = match std::env::var("APIGW_ROLE_CACHE") {
        Ok(folder) => builder.role_cache(folder),
        Err(_) => builder,
    };
    let builder = match std::env::var("APIGW_VERIFY").as_deref() {
        Ok("nothing") => builder.danger_accept_invalid_certificates(),
        Ok("service") => builder.ca_bundle(std::env::var("APIGW_BUNDLE").unwrap()),
        Ok("credentials") => builder.credentials_ca_bundle(std::env::var("APIGW_BUNDLE").unwrap()),
        _ => builder,
    };
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return println!("\nrefused: {error}"),
    };
    for _ in 0..2 {
        if let Err(error) = client.get_account().send().await {
            return println!("\nfailed: {error}");
        }
    }
}

/// The key that the last request was signed with.
pub(crate) fn key(asked: &[(String, String, String)]) -> &str {
    let (line, authorization, _) = asked.last().unwrap();
    assert!(line.starts_with("GET /account"), "{asked:?}");
    authorization.split_once("Credential=").unwrap().1.split('/').next().unwrap()
}

#[test]
fn containers_give_credentials() {
    let uri = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{url}/creds"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "sesame")];
    let asked = asked_by("container", "", &uri);
    assert_eq!(key(&asked), "CONTAINER");
    assert_eq!((asked[0].0.as_str(), asked[0].1.as_str()), ("GET /creds HTTP/1.1", "sesame"));
}

#[test]
fn machines_give_credentials() {
    let asked = asked_by("machine", "", &[("AWS_EC2_METADATA_SERVICE_ENDPOINT", "{url}")]);
    assert_eq!(key(&asked), "MACHINE");
    assert!(asked[0].0.starts_with("PUT /latest/api/token"), "{asked:?}");
}

#[test]
fn without_anybody_there_are_no_credentials() {
    let nobody = ("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1");
    for variable in [nobody, ("AWS_EC2_METADATA_DISABLED", "true")] {
        let (_, printed) = outcome("nobody", "", &[variable]);
        assert!(printed.contains("failed: no credentials were found; set"), "{printed}");
    }
}

#[test]
fn profiles_take_on_roles() {
    let config = "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n\n\
                  [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";
    let asked = asked_by("role", config, &[]);
    assert_eq!(key(&asked), "ASSUMEROLE");
    assert!(asked[0].1.contains("Credential=AKIDBASE/"), "{asked:?}");
    assert!(asked[0].2.contains("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"), "{asked:?}");
}

#[test]
fn bundles_are_read_when_the_token_service_has_tls() {
    let config = "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n\n\
                  [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";
    let bundle = ("AWS_CA_BUNDLE", "/no/such/file");
    assert_eq!(key(&asked_by("clear", config, &[bundle])), "ASSUMEROLE");
    let secure = ("AWS_ENDPOINT_URL_STS", "https://127.0.0.1:1");
    let (asked, printed) = outcome("secure", config, &[bundle, secure]);
    assert_eq!(asked, []);
    assert!(printed.contains("failed: failed to load credentials: "), "{printed}");
    assert!(printed.contains("cannot use the CA bundle `/no/such/file`"), "{printed}");
}

#[test]
fn tokens_in_files_are_exchanged() {
    let identity = [("AWS_WEB_IDENTITY_TOKEN_FILE", "{home}/token"), ("AWS_ROLE_ARN", "arn:aws:iam::1:role/r")];
    let asked = asked_by("web-identity", "[default]\naws_access_key_id = a\naws_secret_access_key = b\n", &identity);
    assert_eq!(key(&asked), "ASSUMEROLEWITHWEBIDENTITY");
    assert!(asked[0].2.contains("WebIdentityToken=a%20token"), "{asked:?}");
}

#[test]
fn keys_of_the_environment_come_first() {
    let keys = [("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "hush")];
    let asked = asked_by("keys", "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = base\n", &keys);
    assert_eq!((key(&asked), asked.len()), ("AKIDENV", 2));
}

/// A profile that takes on a role with a code, from one that does so too.
const DEVICES: &str = "[default]\nrole_arn = arn:aws:iam::1:role/r\nmfa_serial = arn:aws:iam::1:mfa/me\n\
    role_session_name = here\nexternal_id = outside\nduration_seconds = 900\nsource_profile = middle\n\n\
    [profile middle]\nrole_arn = arn:aws:iam::1:role/m\nmfa_serial = GAHT12345678\nsource_profile = base\n\n\
    [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = hush\n";

#[test]
fn codes_of_devices_are_not_left_out_in_silence() {
    let (asked, printed) = outcome("mfa", DEVICES, &[]);
    assert_eq!(asked, []);
    assert!(printed.contains("refused: profile `middle` requires an MFA code"), "{printed}");
}

#[test]
fn codes_of_devices_are_asked_for_once_a_role() {
    let (asked, printed) = outcome("codes", DEVICES, &[("APIGW_CODE", " 123456\n")]);
    let prompts: Vec<_> = printed.lines().filter(|line| line.starts_with("code for ")).collect();
    assert_eq!(prompts, ["code for GAHT12345678", "code for arn:aws:iam::1:mfa/me"]);
    // Two roles, and two calls with the credentials of the second.
    assert_eq!((key(&asked), asked.len()), ("ASSUMEROLE", 4), "{asked:?}");
    let has =
        |request: usize, parts: &[&str]| parts.iter().all(|part| asked[request].2.split('&').any(|pair| pair == *part));
    assert!(has(0, &["SerialNumber=GAHT12345678", "TokenCode=123456", "RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fm"]));
    assert!(asked[0].1.contains("Credential=AKIDBASE/"), "{asked:?}");
    assert!(asked[1].1.contains("Credential=ASSUMEROLE/"), "{asked:?}");
    let serial = "SerialNumber=arn%3Aaws%3Aiam%3A%3A1%3Amfa%2Fme";
    let role = ["RoleSessionName=here", "ExternalId=outside", "DurationSeconds=900"];
    assert!(has(1, &[serial, "TokenCode=123456"]) && has(1, &role), "{asked:?}");
}

/// What `aws` keeps of a role; the file is named by the SHA-1 of what the profile says of it, as botocore computes it.
fn kept(hash: &str, key: &str) -> (String, String) {
    let content = format!(
        r#"{{"Credentials": {{"AccessKeyId": "{key}", "SecretAccessKey": "hush", "SessionToken": "TOKEN",
            "Expiration": "2099-01-01T00:00:00UTC"}}}}"#
    );
    (format!("cache/{hash}.json"), content)
}

#[test]
fn roles_that_are_kept_need_no_code() {
    let variables = [("APIGW_CODE", "123456"), ("APIGW_ROLE_CACHE", "{home}/cache")];
    let outer = kept("d911fabb12ea7efcdbc69a9b97252963a6e0e98a", "KEPT");
    let (asked, printed) = outcome_with("kept", DEVICES, &variables, std::slice::from_ref(&outer));
    assert_eq!((key(&asked), asked.len()), ("KEPT", 2), "{asked:?}");
    assert!(!printed.contains("code for"), "{printed}");
    // The role that leads to the other may be kept too.
    let inner = kept("a1704fa93c983cda7e4d68058f86479eaf4a39d2", "MIDDLE");
    let (asked, printed) = outcome_with("middle", DEVICES, &variables, &[inner]);
    assert_eq!((key(&asked), asked.len()), ("ASSUMEROLE", 3), "{asked:?}");
    assert!(asked[0].1.contains("Credential=MIDDLE/"), "{asked:?}");
    assert_eq!(printed.matches("code for").count(), 1, "{printed}");
    // Who does not say where they are kept does not look there.
    let (asked, _) = outcome_with("unkept", DEVICES, &variables[..1], &[outer]);
    assert_eq!((key(&asked), asked.len()), ("ASSUMEROLE", 4), "{asked:?}");
}

#[test]
fn a_code_that_nobody_gives_is_an_error() {
    let (asked, printed) = outcome("no-code", DEVICES, &[("APIGW_CODE", "")]);
    assert_eq!(asked, []);
    assert!(printed.contains("failed: failed to load credentials: "), "{printed}");
    assert!(printed.contains("nobody there"), "{printed}");
}

#[test]
fn roles_are_taken_on_from_what_surrounds_the_program() {
    let profile = |source: &str| format!("[default]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = {source}\n");
    let machine = [("AWS_EC2_METADATA_SERVICE_ENDPOINT", "{url}")];
    let container = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "{url}/creds")];
    for (source, variables, signs) in
        [("Ec2InstanceMetadata", &machine[..], "MACHINE"), ("EcsContainer", &container[..], "CONTAINER")]
    {
        let asked = asked_by(source, &profile(source), variables);
        assert_eq!(key(&asked), "ASSUMEROLE");
        let role = asked.iter().find(|(line, ..)| line.starts_with("POST / ")).unwrap();
        assert!(role.1.contains(&format!("Credential={signs}/")), "{asked:?}");
    }
}

#[test]
fn roles_that_lead_nowhere_are_refused() {
    let role = "role_arn = arn:aws:iam::1:role/r\n";
    for (name, config, expected) in [
        (
            "circle",
            "source_profile = other\n[profile other]\nsource_profile = default\n{role}",
            "invalid value `default` for",
        ),
        ("itself", "source_profile = default\n", "invalid value `default` for"),
        ("missing", "source_profile = other\n", "profile `other` is in neither configuration file"),
        ("empty", "source_profile = other\n[profile other]\nregion = x\n", "no credentials were found"),
        ("both", "source_profile = other\ncredential_source = Environment\n", "either it or `source_profile`"),
        ("unknown", "credential_source = Moon\n", "invalid value `Moon` for `credential_source`"),
        ("no-source", "", "set `source_profile or credential_source` too"),
        ("no-keys", "credential_source = Environment\n", "no credentials were found"),
    ] {
        let config = format!("[default]\n{role}{}", config.replace("{role}", role));
        let (asked, printed) = outcome(name, &config, &[]);
        assert_eq!(asked, []);
        assert!(printed.contains("refused: ") && printed.contains(expected), "{name}: {printed}");
    }
}

#[test]
fn a_profile_with_keys_can_be_its_own_source() {
    let config = "[default]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = default\n\
        aws_access_key_id = AKIDOWN\naws_secret_access_key = hush\n";
    let asked = asked_by("own-source", config, &[]);
    assert_eq!(key(&asked), "ASSUMEROLE");
    assert!(asked[0].1.contains("Credential=AKIDOWN/"), "{asked:?}");
}

/// The token of a sign-in, as `aws sso login` keeps it.
const SIGNED_IN: &str = r#"{"accessToken": "a-token", "expiresAt": "2099-01-01T00:00:00Z", "region": "us-east-1",
    "startUrl": "https://example.awsapps.com/start"}"#;

#[test]
fn sign_ins_are_exchanged() {
    let legacy = "[default]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\n\
        sso_account_id = 123456789012\nsso_role_name = reader\n";
    let session = "[default]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = reader\n\n\
        [sso-session corp]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\n";
    // The file is named by the SHA-1 of the start URL, or of the session's name.
    for (name, config, file) in [
        ("sso-legacy", legacy, "e8be5486177c5b5392bd9aa76563515b29358e6e"),
        ("sso-session", session, "ee0bfd2552fbd840c02cc48b6e823320543c450f"),
    ] {
        let files = [(format!(".aws/sso/cache/{file}.json"), SIGNED_IN.to_owned())];
        let (asked, printed) = outcome_with(name, config, &[("AWS_ENDPOINT_URL_SSO", "{url}")], &files);
        assert_eq!(key(&asked), "SSO", "{printed}");
        let portal = "GET /federation/credentials?role_name=reader&account_id=123456789012 HTTP/1.1";
        assert_eq!(asked[0].0, portal);
    }
}

#[test]
fn without_a_sign_in_the_profile_says_so() {
    let config = "[default]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\n\
        sso_account_id = 123456789012\nsso_role_name = reader\n";
    let (asked, printed) = outcome("sso-none", config, &[("AWS_ENDPOINT_URL_SSO", "{url}")]);
    assert_eq!(asked, []);
    assert!(printed.contains("failed: failed to load credentials: "), "{printed}");
}

/// A session of `aws login`, as it keeps it, and the name of its file: the SHA-256 of `login_session`.
#[cfg(feature = "aws-login")]
const SESSION: (&str, &str) = (
    ".aws/login/cache/c03a7323bda916bba892295dd46ea73c98866a0ad0a2606cb839909f35fbc865.json",
    r#"{"accessToken": {"accessKeyId": "LOGIN", "secretAccessKey": "hush", "sessionToken": "TOKEN",
        "accountId": "123456789012", "expiresAt": "2099-01-01T00:00:00Z"}, "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4",
        "refreshToken": "again", "idToken": "me", "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "key"}"#,
);

#[cfg(feature = "aws-login")]
#[test]
fn sessions_of_logins_sign() {
    let config = "[default]\nlogin_session = arn:aws:sts::123456789012:assumed-role/Admin/me\n";
    let files = [(SESSION.0.to_owned(), SESSION.1.to_owned())];
    let (asked, printed) = outcome_with("login", config, &[], &files);
    assert_eq!((key(&asked), asked.len()), ("LOGIN", 2), "{printed}");
}

#[cfg(not(feature = "aws-login"))]
#[test]
fn sessions_of_logins_are_refused_by_name() {
    let (asked, printed) =
        outcome("login", "[default]\nlogin_session = arn:aws:sts::123456789012:assumed-role/Admin/me\n", &[]);
    assert_eq!(asked, []);
    assert!(printed.contains("refused: profile `default` uses `login_session`"), "{printed}");
}
