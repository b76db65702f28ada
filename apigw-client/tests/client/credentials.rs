//! Credentials that are fetched.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use apigw_client::{Client, ConfigError, Credentials, Environment, Error, ProvideCredentials};
use aws_credential_types::credential_fn::provide_credentials_fn;
use aws_credential_types::provider::error::CredentialsError;

use crate::loopback::{Loopback, json};

/// Numbered credentials.
fn numbered(count: Arc<AtomicUsize>) -> impl ProvideCredentials {
    provide_credentials_fn(move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move { Ok(Credentials::new(format!("AKID{number}"), "secret", None, None, "test")) }
    })
}

#[tokio::test]
async fn calls_at_the_same_time_fetch_once() {
    let server = Loopback::start((0..3).map(|_| json("200 OK", "{}")));
    let count = Arc::new(AtomicUsize::new(0));
    let client = server.builder().credentials_provider(numbered(Arc::clone(&count))).build().unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 0, "nothing is fetched before it is needed");
    let call = || client.get_account().send();
    let (a, b, c) = tokio::join!(call(), call(), call());
    assert!(a.is_ok() && b.is_ok() && c.is_ok());
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_the_service_calls_expired_is_fetched_again_once() {
    let expired = || json("403 Forbidden", r#"{"message": "old", "__type": "ExpiredTokenException"}"#);
    let server = Loopback::start([expired(), json("200 OK", "{}"), expired(), expired()]);
    let client = server.builder().credentials_provider(numbered(Arc::default())).build().unwrap();
    client.get_account().send().await.unwrap();
    let keys = [server.request(), server.request()].map(|request| {
        let authorization = request.header("authorization").unwrap().to_owned();
        authorization.split_once("Credential=").unwrap().1.split('/').next().unwrap().to_owned()
    });
    assert_eq!(keys, ["AKID0", "AKID1"]);
    let error = client.get_account().send().await.unwrap_err();
    assert_eq!(error.code(), Some("ExpiredTokenException"));
}

#[tokio::test]
async fn a_provider_that_fails_is_told_and_nothing_is_sent() {
    let server = Loopback::start([]);
    let provider = provide_credentials_fn(|| async { Err(CredentialsError::not_loaded("the vault is shut")) });
    let client = server.builder().credentials_provider(provider).build().unwrap();
    let error = client.get_account().send().await.unwrap_err();
    assert!(matches!(error, Error::Config(ConfigError::Credentials { .. })), "{error:?}");
    assert!(error.to_string().contains("the vault is shut"), "{error}");
}

/// A profile whose credentials a shell script prints.
#[cfg(unix)]
async fn from_process(name: &str, script: &str) -> Result<String, String> {
    let folder = std::env::temp_dir().join(format!("apigw-client-process-{name}-{}", std::process::id()));
    std::fs::create_dir_all(folder.join(".aws")).unwrap();
    std::fs::write(folder.join("print keys"), script).unwrap();
    let config =
        format!("[default]\nregion = us-east-1\ncredential_process = sh '{}/print keys' x\n", folder.display());
    std::fs::write(folder.join(".aws/config"), config).unwrap();
    let server = Loopback::start([json("200 OK", "{}")]);
    let environment: Environment = [("HOME", folder.to_str().unwrap())].into_iter().collect();
    let client = Client::builder().environment(environment).endpoint_url(server.url()).build().unwrap();
    let outcome = client.get_account().send().await;
    std::fs::remove_dir_all(folder).unwrap();
    outcome.map_err(|error| error.to_string())?;
    let request = server.request();
    assert_eq!(request.header("x-amz-security-token"), Some("TOKEN"));
    Ok(request.header("authorization").unwrap().split('/').next().unwrap().to_owned())
}

#[cfg(unix)]
#[tokio::test]
async fn programs_print_credentials() {
    let printed = r#"{"Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "hush", "SessionToken": "TOKEN",
        "Expiration": "2099-01-01T00:00:00Z"}"#;
    let key = from_process("good", &format!("echo '{printed}'")).await;
    assert_eq!(key.as_deref(), Ok("AWS4-HMAC-SHA256 Credential=AKIDPROCESS"));
    for (name, script, expected) in [
        ("failing", "echo hush; exit 3", "failed with exit status: 3; run it by hand to see why"),
        ("chatty", "echo hush", "did not print JSON"),
        ("new", "echo '{\"Version\": 2, \"SecretAccessKey\": \"hush\"}'", "did not print `\"Version\": 1`"),
        ("half", "echo '{\"Version\": 1, \"SecretAccessKey\": \"hush\"}'", "did not print `AccessKeyId`"),
    ] {
        let error = from_process(name, script).await.unwrap_err();
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("hush"), "{error}");
    }
}

#[test]
fn commands_that_are_none_are_refused_when_the_client_is_built() {
    let folder = std::env::temp_dir().join(format!("apigw-client-no-command-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let config = folder.join("config");
    std::fs::write(&config, "[profile x]\nregion = us-east-1\ncredential_process = 'open\n").unwrap();
    let environment: Environment = [("AWS_CONFIG_FILE", config.to_str().unwrap())].into_iter().collect();
    let error = Client::builder().environment(environment).profile("x").build().unwrap_err();
    std::fs::remove_dir_all(folder).unwrap();
    assert_eq!(error, ConfigError::InvalidProcess { profile: "x".to_owned() });
}
