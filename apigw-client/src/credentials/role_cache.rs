//! The folder in which the AWS tools cache the credentials of assumed roles, so that many processes share one MFA code.
//!
//! The names and the content of the files are those of botocore (`CachedCredentialFetcher` and `JSONFileCache`), so that
//! `aws` and this client use each other's files. An invalid file counts as missing, and a folder that cannot be written
//! caches nothing: neither is an error, since the role can be assumed without the cache.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use std::{fs, io};

use aws_credential_types::Credentials;
use aws_sdk_sts::operation::assume_role::AssumeRoleOutput;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};

use crate::config::file;

/// How long cached credentials must still be valid to be used, as in the AWS tools.
const WINDOW: Duration = Duration::from_mins(15);

/// How large a file may be, in bytes.
const LIMIT: u64 = 1 << 20;

/// What identifies an assumed role. The session name counts if it is configured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RoleKey<'a> {
    pub(crate) arn: &'a str,
    pub(crate) session: Option<&'a str>,
    pub(crate) external_id: Option<&'a str>,
    pub(crate) serial: Option<&'a str>,
    pub(crate) seconds: Option<i32>,
}

impl RoleKey<'_> {
    /// The name of the file: the SHA-1 of the members of the request, as Python prints them sorted.
    fn file_name(self) -> String {
        let members = [
            ("DurationSeconds", self.seconds.map(Value::from)),
            ("ExternalId", self.external_id.map(Value::from)),
            ("RoleArn", Some(Value::from(self.arn))),
            ("RoleSessionName", self.session.map(Value::from)),
            ("SerialNumber", self.serial.map(Value::from)),
        ];
        let given = members.into_iter().filter_map(|(name, value)| Some(format!("\"{name}\": {}", value?)));
        let text = format!("{{{}}}", given.collect::<Vec<_>>().join(", "));
        let hash = Sha1::digest(ascii(&text));
        hash.iter().fold(String::new(), |mut name, byte| {
            _ = write!(name, "{byte:02x}");
            name
        }) + ".json"
    }
}

/// JSON with all but ASCII escaped, as Python prints it.
fn ascii(json: &str) -> String {
    let mut text = String::new();
    for letter in json.chars() {
        if matches!(letter, ' '..='~') {
            text.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            _ = write!(text, "\\u{unit:04x}");
        }
    }
    text
}

/// The cache file of a role.
#[derive(Debug)]
pub(crate) struct RoleFile {
    path: PathBuf,
    /// The access key that was returned last. A caller that asks again cannot use it any more, whatever the file says.
    given: Mutex<Option<String>>,
}

impl RoleFile {
    pub(crate) fn new(folder: &Path, key: RoleKey<'_>) -> Self {
        Self { path: folder.join(key.file_name()), given: Mutex::default() }
    }

    /// The cached credentials, if they are valid long enough.
    pub(crate) fn read(&self, now: SystemTime) -> Option<Credentials> {
        let content: Value = serde_json::from_slice(&self.content().ok()?).ok()?;
        let kept = content.get("Credentials")?;
        let text = |name: &str| kept.get(name)?.as_str().map(str::to_owned);
        let expiry = moment(&text("Expiration")?).filter(|expiry| *expiry >= now + WINDOW)?;
        let (key, secret, token) = (text("AccessKeyId")?, text("SecretAccessKey")?, text("SessionToken")?);
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        if given.as_ref() == Some(&key) {
            return None;
        }
        *given = Some(key.clone());
        Some(Credentials::new(key, secret, Some(token), Some(expiry), "assume-role"))
    }

    /// The content of the file. What is no regular file, such as a pipe, is not waited for.
    fn content(&self) -> io::Result<Vec<u8>> {
        if !fs::metadata(&self.path)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        file::read(&self.path, LIMIT)
    }

    /// Caches the response of the token service.
    pub(crate) fn write(&self, answer: &AssumeRoleOutput) {
        let Some(content) = content(answer) else { return };
        let key = answer.credentials().map(|given| given.access_key_id().to_owned());
        *self.given.lock().unwrap_or_else(PoisonError::into_inner) = key;
        _ = replace(&self.path, &content.to_string());
    }
}

/// Parses a time. Python writes the zone as `UTC`.
fn moment(text: &str) -> Option<SystemTime> {
    let text = text.strip_suffix("UTC").map_or_else(|| text.to_owned(), |local| format!("{local}Z"));
    SystemTime::try_from(DateTime::from_str(&text, Format::DateTimeWithOffset).ok()?).ok()
}

/// The content of the file for a response.
fn content(answer: &AssumeRoleOutput) -> Option<Value> {
    let given = answer.credentials()?;
    let expiry = DateTime::from_secs(given.expiration().secs()).fmt(Format::DateTime).ok()?;
    let user = answer.assumed_role_user();
    Some(json!({
        "Credentials": {
            "AccessKeyId": given.access_key_id(),
            "SecretAccessKey": given.secret_access_key(),
            "SessionToken": given.session_token(),
            "Expiration": expiry.replace('Z', "UTC"),
            "AccountId": user.and_then(|user| user.arn().split(':').nth(4)),
        },
        "AssumedRoleUser": user.map(|user| json!({"AssumedRoleId": user.assumed_role_id(), "Arn": user.arn()})),
    }))
}

/// Writes a file that only its owner may read, so that others find the whole of it or what was there before.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(folder)?;
    }
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    let unfinished = path.with_extension(format!("{}-{since}.tmp", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    drop(file);
    written.and_then(|()| fs::rename(&unfinished, path)).inspect_err(|_| _ = fs::remove_file(&unfinished))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::time::{Duration, SystemTime};

    use aws_sdk_sts::operation::assume_role::AssumeRoleOutput;
    use aws_sdk_sts::types::{AssumedRoleUser, Credentials};
    use aws_smithy_types::DateTime;

    use super::{RoleFile, RoleKey, fs};

    const KEY: RoleKey<'_> =
        RoleKey { arn: "arn:aws:iam::1:role/r", session: None, external_id: None, serial: None, seconds: None };

    /// A folder that is not there yet, removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            Self(std::env::temp_dir().join(format!("apigw-client-roles-{name}-{}", std::process::id())))
        }

        fn file(&self) -> RoleFile {
            RoleFile::new(&self.0.join("cache"), KEY)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Credentials that last for some seconds.
    fn answer(key: &str, now: SystemTime, seconds: u64) -> AssumeRoleOutput {
        let given = Credentials::builder().access_key_id(key).secret_access_key("hush").session_token("TOKEN");
        let given = given.expiration(DateTime::from(now + Duration::from_secs(seconds))).build().unwrap();
        let user = AssumedRoleUser::builder().assumed_role_id("A:b").arn("arn:aws:sts::123:assumed-role/r/b");
        AssumeRoleOutput::builder().credentials(given).assumed_role_user(user.build().unwrap()).build()
    }

    fn read(file: &RoleFile, now: SystemTime) -> Option<String> {
        file.read(now).map(|given| given.access_key_id().to_owned())
    }

    /// What botocore prints for the same: `AssumeRoleCredentialFetcher(None, None, arn, extra_args)._cache_key`.
    #[test]
    fn files_have_the_names_that_botocore_gives_them() {
        let device = Some("arn:aws:iam::1:mfa/me");
        let all =
            RoleKey { session: Some("here"), external_id: Some("outside"), serial: device, seconds: Some(900), ..KEY };
        let strange = RoleKey { external_id: Some("a\"b\\c\td\u{7f}é😀"), ..KEY };
        for (key, expected) in [
            (KEY, "296af0900b5a5e948c19d3110989c909c2d4a0a9.json"),
            (RoleKey { serial: device, ..KEY }, "8838f846109e6208bad5113255f28e881c8069c8.json"),
            (all, "d911fabb12ea7efcdbc69a9b97252963a6e0e98a.json"),
            (strange, "27f1b9bda4e4ee2fccb22353a05e03ecb383bd67.json"),
        ] {
            assert_eq!(key.file_name(), expected, "{key:?}");
        }
    }

    #[test]
    fn what_is_kept_is_found_while_it_lasts() {
        let (folder, now) = (Folder::new("kept"), SystemTime::now());
        assert_eq!(read(&folder.file(), now), None);
        folder.file().write(&answer("AKID1", now, 3600));
        let kept = folder.file().read(now).unwrap();
        assert_eq!((kept.secret_access_key(), kept.session_token()), ("hush", Some("TOKEN")));
        let left = kept.expiry().unwrap().duration_since(now).unwrap();
        assert!(left <= Duration::from_hours(1) && left > Duration::from_secs(3598), "{left:?}");
        assert_eq!(read(&folder.file(), now + Duration::from_mins(44)).as_deref(), Some("AKID1"));
        assert_eq!(read(&folder.file(), now + Duration::from_mins(46)), None);
        folder.file().write(&answer("AKID2", now, 3600));
        assert_eq!(read(&folder.file(), now).as_deref(), Some("AKID2"));
        assert_eq!(fs::read_dir(folder.0.join("cache")).unwrap().count(), 1, "there is nothing besides the file");
    }

    #[test]
    fn credentials_are_returned_once() {
        let (folder, now) = (Folder::new("again"), SystemTime::now());
        let file = folder.file();
        file.write(&answer("AKID1", now, 3600));
        assert_eq!(read(&file, now), None);
        // What another process caches in the meantime is returned once.
        folder.file().write(&answer("AKID2", now, 3600));
        assert_eq!(read(&file, now).as_deref(), Some("AKID2"));
        assert_eq!(read(&file, now), None);
    }

    #[test]
    fn invalid_files_are_replaced() {
        let (folder, now) = (Folder::new("corrupt"), SystemTime::now());
        let path = folder.file().path;
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let whole = |expiry: &str| {
            format!(
                r#"{{"Credentials": {{"AccessKeyId": "K", "SecretAccessKey": "S", "SessionToken": "T", "Expiration": {expiry}}}}}"#
            )
        };
        for text in ["", "{", "[]", "{\"Credentials\": {\"AccessKeyId\": \"K\"}}", &whole("1"), &whole("\"soon\"")] {
            fs::write(&path, text).unwrap();
            assert_eq!(read(&folder.file(), now), None, "{text}");
            folder.file().write(&answer("AKID", now, 3600));
            assert_eq!(read(&folder.file(), now).as_deref(), Some("AKID"), "{text}");
        }
        for expiry in ["2099-01-01T00:00:00UTC", "2099-01-01T00:00:00Z", "2099-01-01T01:00:00+01:00"] {
            fs::write(&path, whole(&format!("\"{expiry}\""))).unwrap();
            let kept = folder.file().read(now).unwrap();
            let new_year = SystemTime::try_from(DateTime::from_secs(4_070_908_800)).ok();
            assert_eq!(kept.expiry(), new_year, "{expiry}");
        }
    }

    #[test]
    fn folders_that_cannot_be_written_cache_nothing() {
        let (folder, now) = (Folder::new("unwritable"), SystemTime::now());
        fs::create_dir_all(&folder.0).unwrap();
        // A file where the folder would be stops even those who may do everything.
        fs::write(folder.0.join("cache"), "").unwrap();
        folder.file().write(&answer("AKID", now, 3600));
        assert_eq!(read(&folder.file(), now), None);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = Folder::new("mode");
        let file = folder.file();
        file.write(&answer("AKID", SystemTime::now(), 3600));
        for made in [&folder.0, &folder.0.join("cache")] {
            assert_eq!(fs::metadata(made).unwrap().permissions().mode() & 0o777, 0o700, "{}", made.display());
        }
        fs::create_dir_all(file.path.parent().unwrap()).unwrap();
        fs::write(&file.path, "").unwrap();
        fs::set_permissions(Path::new(&file.path), fs::Permissions::from_mode(0o644)).unwrap();
        file.write(&answer("AKID", SystemTime::now(), 3600));
        assert_eq!(fs::metadata(&file.path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
