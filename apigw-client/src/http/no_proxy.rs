//! The hosts that `NO_PROXY` lists, in every form that curl, Go and Python know.
//!
//! Entries are separated by commas or white space. Each is one of:
//!
//! | entry | matches |
//! |---|---|
//! | `*` | every host |
//! | `example.com`, `.example.com`, `*.example.com` | the domain and the domains below it |
//! | `10.1.2.3`, `::1`, `[::1]` | an address |
//! | `.2.3`, `2.3` | addresses that end so |
//! | `10.0.0.0/8`, `fe80::/10` | the addresses of a network |
//!
//! A name or an address can be followed by a port (`example.com:8443`, `[::1]:80`), which must then match too. The case of
//! letters and the dot at the end of a name do not count. Where the three tools differ, no proxy is used if one of them
//! uses none: a request that was to stay inside must not leave.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::Uri;

/// The hosts that requests are sent to without a proxy.
#[derive(Debug, Default)]
pub(crate) struct NoProxy {
    entries: Vec<Exception>,
}

#[derive(Debug)]
struct Exception {
    hosts: Hosts,
    port: Option<u16>,
}

#[derive(Debug)]
enum Hosts {
    All,
    /// A name and everything below it, in lower case.
    Below(String),
    Network {
        address: IpAddr,
        bits: u32,
    },
}

impl NoProxy {
    /// Reads the value of the variable.
    pub(crate) fn parse(text: &str) -> Self {
        let words = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty());
        Self { entries: words.filter_map(Exception::parse).collect() }
    }

    /// Whether requests to a URI use no proxy.
    pub(crate) fn contains(&self, uri: &Uri) -> bool {
        if self.entries.is_empty() {
            return false;
        }
        let Some(host) = host(uri) else { return false };
        let address = address(&host);
        let default = if uri.scheme_str() == Some("http") { 80 } else { 443 };
        let port = uri.port_u16().unwrap_or(default);
        self.entries
            .iter()
            .any(|entry| entry.port.is_none_or(|only| only == port) && entry.hosts.contain(&host, address))
    }
}

impl Exception {
    fn parse(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase();
        if word == "*" {
            return Some(Self { hosts: Hosts::All, port: None });
        }
        if let Some(hosts) = Hosts::network(&word) {
            return Some(Self { hosts, port: None });
        }

        let (host, port) = match word.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (word.as_str(), None),
        };
        if host == "*" {
            return Some(Self { hosts: Hosts::All, port });
        }
        if let Some(hosts) = Hosts::network(host) {
            return Some(Self { hosts, port });
        }
        let name = host.strip_prefix('*').unwrap_or(host).trim_matches('.');
        (!name.is_empty()).then(|| Self { hosts: Hosts::Below(name.to_owned()), port })
    }
}

impl Hosts {
    /// An address, or a network: an address with the number of bits that count.
    fn network(text: &str) -> Option<Self> {
        let (text, bits) = match text.split_once('/') {
            Some((text, bits)) => (text, Some(bits.parse::<u32>().ok()?)),
            None => (text, None),
        };
        let parsed: IpAddr = unbracketed(text).parse().ok()?;
        let address = parsed.to_canonical();
        let width = width(address);
        let bits = match bits {
            // The bits of an IPv4 address that is written as one of IPv6 are its last.
            Some(bits) if parsed.is_ipv6() && address.is_ipv4() => bits.checked_sub(96)?,
            Some(bits) => bits,
            None => width,
        };
        (bits <= width).then_some(Self::Network { address, bits })
    }

    fn contain(&self, host: &str, host_address: Option<IpAddr>) -> bool {
        match self {
            Self::All => true,
            Self::Below(name) => {
                host.strip_suffix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            }
            Self::Network { address, bits } => {
                host_address.is_some_and(|host| prefix(host, *bits) == prefix(*address, *bits))
            }
        }
    }
}

/// Whether a URI names this machine, its link, or the metadata of the machine and of its containers, which no proxy
/// reaches.
pub(crate) fn is_local(uri: &Uri) -> bool {
    let Some(host) = host(uri) else { return false };
    match address(&host) {
        Some(IpAddr::V4(address)) => address.is_loopback() || address.is_link_local() || address.is_unspecified(),
        Some(IpAddr::V6(address)) => {
            // The metadata services of AWS are at `fd00:ec2::254` and `fd00:ec2::23`.
            let is_metadata = matches!(address.segments(), [0xfd00, 0x0ec2, ..]);
            address.is_loopback() || address.is_unicast_link_local() || address.is_unspecified() || is_metadata
        }
        None => host == "localhost" || host.ends_with(".localhost"),
    }
}

/// The host of a URI in lower case, without brackets and without the dot at its end.
fn host(uri: &Uri) -> Option<String> {
    let host = unbracketed(uri.host()?).to_ascii_lowercase();
    Some(host.strip_suffix('.').map_or_else(|| host.clone(), str::to_owned))
}

fn address(host: &str) -> Option<IpAddr> {
    host.parse::<IpAddr>().ok().map(|address| address.to_canonical())
}

fn unbracketed(text: &str) -> &str {
    text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text)
}

fn width(address: IpAddr) -> u32 {
    if address.is_ipv4() { Ipv4Addr::BITS } else { Ipv6Addr::BITS }
}

/// The first bits of an address, with the version of its protocol.
fn prefix(address: IpAddr, bits: u32) -> (bool, u128) {
    let number = match address {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits(),
    };
    (address.is_ipv4(), number.checked_shr(width(address).saturating_sub(bits)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use http::Uri;

    use super::{NoProxy, is_local};

    fn uri(text: &str) -> Uri {
        text.parse().unwrap()
    }

    /// An entry, hosts that it matches, and hosts that it does not match.
    const FORMS: &[(&str, &[&str], &[&str])] = &[
        ("", &[], &["http://a", "http://127.0.0.1"]),
        ("*", &["http://a", "https://10.1.2.3", "http://[::1]:8"], &[]),
        (" * , x", &["http://a"], &[]),
        ("a,*", &["http://b"], &[]),
        (
            "example.com",
            &["https://example.com", "https://a.b.example.com", "https://EXAMPLE.com:8"],
            &["https://notexample.com", "https://example.com.evil", "https://com"],
        ),
        (".example.com", &["https://example.com", "https://a.example.com"], &["https://notexample.com"]),
        ("*.example.com", &["https://a.example.com", "https://a.b.example.com"], &["https://notexample.com"]),
        ("Example.COM.", &["https://example.com", "https://example.com.", "https://a.example.com."], &["https://x"]),
        ("x, example.com ,y", &["http://x", "http://example.com", "http://y"], &["http://z"]),
        ("x example.com\ty\nz", &["http://x", "http://example.com", "http://y", "http://z"], &["http://q"]),
        (
            "example.com:8080",
            &["http://example.com:8080", "http://a.example.com:8080"],
            &["http://example.com", "http://example.com:80801", "https://example.com:8081"],
        ),
        (".example.com:443", &["https://example.com", "https://a.example.com:443"], &["http://example.com"]),
        ("example.com:80", &["http://example.com"], &["https://example.com"]),
        ("localhost", &["http://localhost", "http://a.localhost:3"], &["http://127.0.0.1", "http://local"]),
        ("localhost:3", &["http://localhost:3"], &["http://localhost:4"]),
        (
            "127.0.0.1",
            &["http://127.0.0.1", "http://127.0.0.1:9", "http://[::ffff:127.0.0.1]"],
            &["http://127.0.0.10", "http://1127.0.0.1.x"],
        ),
        ("127.0.0.1:9", &["http://127.0.0.1:9"], &["http://127.0.0.1", "http://127.0.0.1:99"]),
        (".0.0.1", &["http://127.0.0.1"], &["http://127.0.0.11", "http://127.0.10.1"]),
        ("0.0.1", &["http://127.0.0.1"], &["http://127.10.0.0"]),
        ("10.0.0.0/8", &["http://10.255.1.2"], &["http://11.0.0.1", "http://a10.0.0.1"]),
        ("10.1.2.3/8", &["http://10.9.9.9"], &["http://11.1.2.3"]),
        ("10.1.2.3/32", &["http://10.1.2.3"], &["http://10.1.2.4"]),
        ("0.0.0.0/0", &["http://8.8.8.8"], &["http://[2001:db8::1]", "http://a"]),
        ("192.168.1.0/33", &[], &["http://192.168.1.0"]),
        ("::1", &["http://[::1]", "http://[::1]:8", "http://[0:0:0:0:0:0:0:1]"], &["http://[::2]"]),
        ("[::1]", &["http://[::1]:8"], &["http://[::2]"]),
        ("[::1]:8", &["http://[::1]:8"], &["http://[::1]:9", "http://[::1]"]),
        ("fe80::/10", &["http://[fe80::1]", "http://[febf::1]"], &["http://[fec0::1]"]),
        ("2001:db8::/32", &["http://[2001:db8:1::2]"], &["http://[2001:db9::1]"]),
        ("::ffff:10.0.0.0/104", &["http://10.1.1.1", "http://[::ffff:10.2.2.2]"], &["http://11.1.1.1"]),
        ("::/0", &["http://[2001:db8::1]"], &["http://8.8.8.8"]),
        ("*:8080", &["http://a:8080"], &["http://a"]),
        ("http://example.com", &[], &["http://example.org"]),
        (",, ,", &[], &["http://a"]),
        (".", &[], &["http://a", "http://a."]),
        ("a:notaport", &[], &["http://a"]),
    ];

    #[test]
    fn every_form_that_others_know() {
        for (entry, inside, outside) in FORMS {
            let hosts = NoProxy::parse(entry);
            for host in *inside {
                assert!(hosts.contains(&uri(host)), "`{entry}` does not match {host}");
            }
            for host in *outside {
                assert!(!hosts.contains(&uri(host)), "`{entry}` matches {host}");
            }
        }
    }

    #[test]
    fn what_is_local() {
        for local in [
            "http://localhost",
            "http://LOCALHOST.:8",
            "http://a.localhost",
            "http://127.9.9.9",
            "http://[::1]",
            "http://[::ffff:127.0.0.1]",
            "http://0.0.0.0",
            "http://[::]",
            "http://169.254.169.254",
            "http://169.254.170.2/x",
            "http://169.254.170.23",
            "http://[fd00:ec2::254]",
            "http://[fd00:ec2::23]",
            "http://[fe80::1]",
        ] {
            assert!(is_local(&uri(local)), "{local}");
        }
        for other in
            ["http://a", "http://localhost.evil", "http://10.0.0.1", "http://128.0.0.1", "http://[2001:db8::1]"]
        {
            assert!(!is_local(&uri(other)), "{other}");
        }
    }
}
