//! How often one address may ask for feeds: generous enough for a whole office
//! behind one address, too little to keep the server busy alone.
//!
//! Requests from this machine itself are not counted: they come from a proxy
//! that the operator did not name, and would all share one count.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Requests that may come at once, and how many more each second.
const BURST: f64 = 300.0;
const PER_SECOND: f64 = 5.0;
/// Addresses that are remembered at most.
const ADDRESSES: usize = 20_000;

/// The counts of all addresses.
#[derive(Default)]
pub(super) struct Limit {
    counts: Mutex<HashMap<IpAddr, Count>>,
}

struct Count {
    left: f64,
    at: Instant,
}

impl Count {
    fn at(&self, now: Instant) -> f64 {
        let waited = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left + waited * PER_SECOND).min(BURST)
    }
}

impl Limit {
    /// Counts one request.
    ///
    /// # Errors
    /// The seconds after which to ask again.
    pub(super) fn take(&self, client: IpAddr, now: Instant) -> Result<(), u64> {
        if client.is_loopback() {
            return Ok(());
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ADDRESSES {
            // Who has not asked for long has nothing to remember.
            counts.retain(|_, count| count.at(now) < BURST);
        }
        if counts.len() >= ADDRESSES {
            counts.clear();
        }
        let count = counts.entry(network(client)).or_insert(Count { left: BURST, at: now });
        let left = count.at(now);
        if left < 1.0 {
            return Err(((1.0 - left) / PER_SECOND).ceil().max(1.0) as u64);
        }
        *count = Count { left: left - 1.0, at: now };
        Ok(())
    }
}

/// One household has a whole /64 of IPv6.
fn network(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(v4) => v4.into(),
            None => Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).into(),
        },
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_that_asks_too_much_waits_and_others_do_not() {
        let (limit, start) = (Limit::default(), Instant::now());
        for _ in 0..300 {
            assert_eq!(limit.take(ip("192.0.2.1"), start), Ok(()));
        }
        assert_eq!(limit.take(ip("192.0.2.1"), start), Err(1));
        assert_eq!(limit.take(ip("192.0.2.2"), start), Ok(()));
        let later = start + Duration::from_secs(1);
        for _ in 0..5 {
            assert_eq!(limit.take(ip("192.0.2.1"), later), Ok(()));
        }
        assert!(limit.take(ip("192.0.2.1"), later).is_err());
    }

    #[test]
    fn a_network_of_ipv6_is_one_address_and_this_machine_is_not_counted() {
        let (limit, start) = (Limit::default(), Instant::now());
        for n in 0..300 {
            assert_eq!(limit.take(ip(&format!("2001:db8::{n:x}")), start), Ok(()));
        }
        assert!(limit.take(ip("2001:db8::ffff:1"), start).is_err());
        assert!(limit.take(ip("2001:db8:0:1::1"), start).is_ok());
        for _ in 0..1000 {
            assert_eq!(limit.take(ip("127.0.0.1"), start), Ok(()));
        }
    }

    #[test]
    fn not_all_addresses_of_the_world_are_remembered() {
        let (limit, start) = (Limit::default(), Instant::now());
        for n in 0..2 * ADDRESSES as u32 {
            let _ = limit.take(IpAddr::V4((0x0a00_0000 + n).into()), start);
        }
        assert!(limit.counts.lock().unwrap().len() <= ADDRESSES);
    }
}
