//! Where a request comes from, as far as that can be known.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::http::{Extensions, HeaderMap};

/// How many proxies of one's own stand in front (`DAYLIGHT_TRUSTED_PROXIES`).
#[derive(Clone, Copy, Debug)]
pub struct Proxies(pub usize);

/// The peer of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

impl Proxies {
    /// The client's address: the entry that the outermost trusted proxy wrote, counted from the right
    /// of `X-Forwarded-For`. Entries further left came from the client, who may have made them up.
    /// Where the header is shorter than trusted, somebody has gone round a proxy: the peer counts.
    pub fn client(self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let Some(place) = self.0.checked_sub(1) else {
            return canonical(peer);
        };
        let values = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok());
        let entries: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
        let entry = entries.iter().rev().nth(place).and_then(|entry| parse(entry));
        canonical(entry.unwrap_or(peer))
    }

    /// The client's address of a request; `0.0.0.0` where nobody noted its [`Peer`].
    pub fn client_of(self, extensions: &Extensions, headers: &HeaderMap) -> IpAddr {
        let peer = extensions.get::<Peer>();
        self.client(peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0.ip()), headers)
    }
}

/// Some proxies write a port.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse()
        .ok()
        .or_else(|| entry.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// The part of an address that one subscriber holds: an IPv4 address, or the /64 of an IPv6 one.
pub fn neighborhood(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => IpAddr::V6(first_bits(long, 64)),
    }
}

/// The part of an IPv6 address that one site may hold whole (RFC 6177, 2): its /48, with 65,536 neighborhoods. What it may do
/// is counted too, with more room. None for IPv4.
pub fn site(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(_) => None,
        IpAddr::V6(long) => Some(IpAddr::V6(first_bits(long, 48))),
    }
}

fn first_bits(address: Ipv6Addr, bits: u32) -> Ipv6Addr {
    Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - bits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEER: &str = "10.0.0.9";

    fn client(trusted: usize, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a header value"));
        }
        Proxies(trusted)
            .client(PEER.parse().expect("an address"), &headers)
            .to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_header_is_not_believed() {
        assert_eq!(client(0, &["1.2.3.4"]), PEER);
    }

    #[test]
    fn made_up_entries_on_the_left_are_not_believed() {
        assert_eq!(client(1, &["6.6.6.6, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(client(2, &["6.6.6.6", "198.51.100.7, 10.0.0.1"]), "198.51.100.7");
        assert_eq!(client(1, &["6.6.6.6, 198.51.100.7:4711"]), "198.51.100.7");
        assert_eq!(client(1, &["[2001:db8::7]:443"]), "2001:db8::7");
    }

    #[test]
    fn a_header_shorter_than_trusted_or_unreadable_leaves_the_peer() {
        assert_eq!(client(2, &["198.51.100.7"]), PEER);
        assert_eq!(client(1, &["unknown"]), PEER);
        assert_eq!(client(1, &[]), PEER);
    }

    #[test]
    fn an_ipv6_subscriber_is_one_neighbor_however_many_addresses_they_use() {
        let one: IpAddr = "2001:db8:1:2:aaaa::1".parse().expect("an address");
        let two: IpAddr = "2001:db8:1:2:bbbb::2".parse().expect("an address");
        assert_eq!(neighborhood(one), neighborhood(two));
        assert_eq!(neighborhood(one).to_string(), "2001:db8:1:2::");
        let next: IpAddr = "2001:db8:1:ffff::1".parse().expect("an address");
        assert_ne!(neighborhood(one), neighborhood(next));
        assert_eq!(site(one), site(next));
        assert_eq!(site(one).expect("a site").to_string(), "2001:db8:1::");
        assert_eq!(site("192.0.2.7".parse().expect("an address")), None);
    }
}
