//! Where region, endpoint and credentials come from, and which source wins.

use std::path::PathBuf;

use apigw_client::{Client, ClientBuilder, ConfigError, Environment, Profiles};
use apigw_model::SERVICE;

/// A folder with the two files, removed at the end.
struct Files(PathBuf);

impl Files {
    fn new(name: &str, config: &str, credentials: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("apigw-client-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join(".aws")).unwrap();
        std::fs::write(folder.join(".aws/config"), config).unwrap();
        std::fs::write(folder.join(".aws/credentials"), credentials).unwrap();
        Self(folder)
    }

    fn builder(&self, variables: &[(&str, &str)]) -> ClientBuilder {
        let home = [("HOME", self.0.to_str().unwrap())];
        Client::builder().environment(home.iter().chain(variables).copied().collect())
    }

    /// The endpoint of a client, or the error that building it or asking it gave.
    fn endpoint(&self, variables: &[(&str, &str)]) -> Result<String, ConfigError> {
        Ok(self.builder(variables).build()?.endpoint(SERVICE)?.to_string())
    }

    fn error(&self, variables: &[(&str, &str)]) -> ConfigError {
        self.endpoint(variables).unwrap_err()
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}

const KEYS: [(&str, &str); 2] = [("AWS_ACCESS_KEY_ID", "AKID"), ("AWS_SECRET_ACCESS_KEY", "secret")];

const CONFIG: &str = "
[default]
region = eu-west-1
services = local
endpoint_url = http://default:1

[profile \"two words\"]
region = eu-west-2
endpoint_url = http://two:2

[profile fips]
region = us-east-2
use_fips_endpoint = True

[profile role]
region = us-east-1
role_arn = arn:aws:iam::1:role/x
aws_access_key_id = AKID
aws_secret_access_key = secret

[profile half]
region = us-east-1
aws_access_key_id = AKID

[profile astray]
region = us-east-1
services = nowhere

[services local]
s3 =
  endpoint_url = http://s3:3
api_gateway =
  endpoint_url = http://service:4/p
";

const CREDENTIALS: &str = "
[default]
aws_access_key_id = AKID
aws_secret_access_key = secret

[two words]
aws_access_key_id = AKID
aws_secret_access_key = secret

[half]
region = eu-south-1
";

fn files(name: &str) -> Files {
    Files::new(name, CONFIG, CREDENTIALS)
}

#[test]
fn endpoints_have_an_order_of_precedence() {
    let files = files("endpoints");
    let endpoint = |variables: &[_]| files.endpoint(variables).unwrap();
    assert_eq!(endpoint(&[]), "http://service:4/p");
    assert_eq!(endpoint(&[("AWS_ENDPOINT_URL", "http://all:5")]), "http://all:5");
    let both = [("AWS_ENDPOINT_URL", "http://all:5"), ("AWS_ENDPOINT_URL_API_GATEWAY", "http://own:6")];
    assert_eq!(endpoint(&both), "http://own:6");
    assert_eq!(endpoint(&[("AWS_PROFILE", "two words")]), "http://two:2");
    let ignored = [("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("AWS_ENDPOINT_URL", "http://all:5")];
    assert_eq!(endpoint(&ignored), "https://apigateway.eu-west-1.amazonaws.com");
    let explicit = files.builder(&ignored).endpoint_url("http://given:7").build().unwrap();
    assert_eq!(explicit.endpoint(SERVICE).unwrap().to_string(), "http://given:7");
}

#[test]
fn regions_have_an_order_of_precedence() {
    let files = files("regions");
    let rules = ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE");
    let endpoint = |variables: &[_]| files.endpoint(variables).unwrap();
    let old = ("AWS_DEFAULT_REGION", "cn-north-1");
    assert_eq!(endpoint(&[rules, old]), "https://apigateway.cn-north-1.amazonaws.com.cn");
    assert_eq!(endpoint(&[rules, old, ("AWS_REGION", "us-west-2")]), "https://apigateway.us-west-2.amazonaws.com");
    assert_eq!(endpoint(&[rules, ("AWS_REGION", "fips-us-east-1")]), "https://apigateway-fips.us-east-1.amazonaws.com");
    let dual = ("AWS_USE_DUALSTACK_ENDPOINT", "true");
    assert_eq!(endpoint(&[rules, dual]), "https://apigateway.eu-west-1.api.aws");
    let fips = [KEYS[0], KEYS[1], ("AWS_PROFILE", "fips")];
    assert_eq!(endpoint(&fips), "https://apigateway-fips.us-east-2.amazonaws.com");
    let off = [KEYS[0], KEYS[1], ("AWS_PROFILE", "fips"), ("AWS_USE_FIPS_ENDPOINT", "false")];
    assert_eq!(endpoint(&off), "https://apigateway.us-east-2.amazonaws.com");
    let invalid = ConfigError::InvalidRegion { region: "a b".to_owned() };
    assert_eq!(files.error(&[("AWS_REGION", "a b")]), invalid);
}

#[test]
fn an_endpoint_of_ones_own_excludes_fips() {
    let files = files("conflict");
    let error = files.error(&[("AWS_USE_FIPS_ENDPOINT", "true")]);
    assert_eq!(error, ConfigError::ConflictingEndpoint { variant: "FIPS" });
    let error = files.error(&[("AWS_ENDPOINT_URL", "localhost")]);
    assert_eq!(error, ConfigError::InvalidEndpoint { url: "localhost".to_owned() });
}

#[test]
fn profiles_that_are_named_must_exist() {
    let files = files("profiles");
    let error = files.error(&[("AWS_DEFAULT_PROFILE", "gone")]);
    assert_eq!(error, ConfigError::UnknownProfile { profile: "gone".to_owned() });
    let error = files.error(&[KEYS[0], KEYS[1], ("AWS_PROFILE", "astray")]);
    let expected = ConfigError::UnknownServices { profile: "astray".to_owned(), section: "nowhere".to_owned() };
    assert_eq!(error, expected);
}

#[test]
fn profiles_have_their_names_once() {
    let config = "[default]\n[profile b]\n[services s]\n[profile \"two words\"]\n";
    let files = Files::new("names", config, "[a]\n[b]\n[default]\n");
    let environment: Environment = [("HOME", files.0.to_str().unwrap())].into_iter().collect();
    let profiles = Profiles::read(&environment).unwrap();
    assert_eq!(profiles.names().collect::<Vec<_>>(), ["default", "b", "two words", "a"]);
}

#[test]
fn credentials_are_whole_or_an_error() {
    let files = files("credentials");
    let half = [("AWS_ACCESS_KEY_ID", "AKID")];
    let missing = "AWS_SECRET_ACCESS_KEY";
    assert_eq!(files.error(&half), ConfigError::PartialCredentials { source: "env", missing });
    assert!(files.endpoint(&[("AWS_SECRET_ACCESS_KEY", "alone")]).is_ok(), "the file has a pair");
    let missing = "aws_secret_access_key";
    let error = files.error(&[("AWS_PROFILE", "half")]);
    assert_eq!(error, ConfigError::PartialCredentials { source: "config-file", missing });
    let error = files.error(&[("AWS_PROFILE", "role")]);
    let expected = ConfigError::UnsupportedCredentials { profile: "role".to_owned(), setting: "role_arn" };
    assert_eq!(error, expected);
    // Keys of the environment do not count for a profile that the caller names, but do for one of the environment.
    let from_environment = [KEYS[0], KEYS[1], ("AWS_PROFILE", "role")];
    assert!(files.builder(&from_environment).build().is_ok());
    assert_eq!(files.builder(&KEYS).profile("role").build().unwrap_err(), expected);
}

#[test]
fn nothing_configured_says_what_to_set() {
    let none = Client::builder().environment(Environment::empty());
    assert_eq!(none.clone().build().unwrap_err(), ConfigError::NoRegion);
    assert_eq!(none.clone().region("us-east-1").build().unwrap_err(), ConfigError::NoCredentials);
    let client = none.unsigned().build().unwrap();
    assert_eq!(client.endpoint(SERVICE).unwrap_err(), ConfigError::NoRegion);
    let expected = "no region is configured; set `AWS_REGION`, or `region` in the profile";
    assert_eq!(ConfigError::NoRegion.to_string(), expected);
}

#[test]
fn files_that_cannot_be_read_are_named_with_the_line() {
    let files = Files::new("broken", "[default]\nsecret\n", "");
    let path = files.0.join(".aws/config");
    let expected = format!("cannot read `{}`: line 2: not a setting; write `name = value`", path.display());
    assert_eq!(files.error(&[]).to_string(), expected);
    let elsewhere = files.0.join("other");
    std::fs::write(&elsewhere, "[default]\nregion = sa-east-1\n").unwrap();
    let variables = [KEYS[0], KEYS[1], ("AWS_CONFIG_FILE", "~/other")];
    assert_eq!(files.endpoint(&variables).unwrap(), "https://apigateway.sa-east-1.amazonaws.com");
}
