//! Where moon and sun stand, as exactly as a calendar of days needs it.
//!
//! Source: J. Meeus, Astronomical Algorithms, 2nd ed.: chapter 49 (instant of
//! the new moon, good to about 20 seconds) and chapter 25 (apparent longitude
//! of the sun, good to 0.01°, that is a quarter of an hour). The difference
//! between dynamical and civil time is a straight line through the measured
//! values, within 15 seconds. Together that is far below 90 seconds, the nearest
//! that a new moon of the supported years comes to midnight in Việt Nam (on
//! 21 September 1998).
//!
//! Days are counted as chrono counts them (day 1 is 1 January of year 1) and
//! begin at midnight on the meridian 105° E, UTC+7.

use std::f64::consts::TAU;

/// The Julian date of midnight UTC that begins day 0.
const DAY_ZERO: f64 = 1_721_424.5;
/// What the clocks of Việt Nam are ahead of UTC, in days.
const UTC_PLUS_7: f64 = 7.0 / 24.0;
/// The noon of 1 January 2000, from which the series count.
const J2000: f64 = 2_451_545.0;
/// The mean new moon numbered 0, on 6 January 2000.
const MOON_ZERO: f64 = 2_451_550.097_66;
/// From one mean new moon to the next, in days.
const LUNATION: f64 = 29.530_588_861;

/// Periodic terms of the new moon: days, and the multiples of the anomalies of
/// sun and moon and of the argument of latitude.
const MOON: [(f64, f64, f64, f64); 24] = [
    (-0.40720, 0.0, 1.0, 0.0),
    (0.17241, 1.0, 0.0, 0.0),
    (0.01608, 0.0, 2.0, 0.0),
    (0.01039, 0.0, 0.0, 2.0),
    (0.00739, -1.0, 1.0, 0.0),
    (-0.00514, 1.0, 1.0, 0.0),
    (0.00208, 2.0, 0.0, 0.0),
    (-0.00111, 0.0, 1.0, -2.0),
    (-0.00057, 0.0, 1.0, 2.0),
    (0.00056, 1.0, 2.0, 0.0),
    (-0.00042, 0.0, 3.0, 0.0),
    (0.00042, 1.0, 0.0, 2.0),
    (0.00038, 1.0, 0.0, -2.0),
    (-0.00024, -1.0, 2.0, 0.0),
    (-0.00007, 2.0, 1.0, 0.0),
    (0.00004, 0.0, 2.0, -2.0),
    (0.00004, 3.0, 0.0, 0.0),
    (0.00003, 1.0, 1.0, -2.0),
    (0.00003, 0.0, 2.0, 2.0),
    (-0.00003, 1.0, 1.0, 2.0),
    (0.00003, -1.0, 1.0, 2.0),
    (-0.00002, -1.0, 1.0, -2.0),
    (-0.00002, 1.0, 3.0, 0.0),
    (0.00002, 0.0, 4.0, 0.0),
];

/// What the planets do to the new moon: days, and an angle with its growth per
/// lunation, in degrees.
const PLANETS: [(f64, f64, f64); 14] = [
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
];

/// The day in Việt Nam on which new moon number `k` falls (0 is January 2000).
pub(super) fn new_moon_day(k: i32) -> i32 {
    local_day(new_moon(f64::from(k)))
}

/// The last new moon on or before the day: its number and its own day.
pub(super) fn moon_before(day: i32) -> (i32, i32) {
    let noon = f64::from(day) + DAY_ZERO + 0.5;
    let near = ((noon - MOON_ZERO) / LUNATION).floor() as i32;
    // A true new moon is up to 14 hours away from the mean one.
    let begins = new_moon_day(near);
    if begins > day {
        return (near - 1, new_moon_day(near - 1));
    }
    if day - begins < 29 {
        return (near, begins);
    }
    let next = new_moon_day(near + 1);
    if next <= day { (near + 1, next) } else { (near, begins) }
}

/// Which twelfth of its yearly way the sun is in when the day begins: 0 from
/// the spring equinox, 9 from the winter solstice.
pub(super) fn sun_sign(day: i32) -> i32 {
    let midnight = f64::from(day) + DAY_ZERO - UTC_PLUS_7;
    (sun_longitude(to_dynamical(midnight)) / 30.0).floor() as i32
}

/// The instant of new moon `k` as a Julian date in dynamical time.
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let eccentricity = 1.0 - 0.002516 * t - 0.0000074 * t * t;
    let sun = 2.5534 + 29.105_356_70 * k - 0.0000014 * t * t;
    let moon = 201.5643 + 385.816_935_28 * k + (0.0107582 + 0.00001238 * t) * t * t;
    let latitude = 160.7108 + 390.670_502_84 * k - (0.0016118 + 0.00000227 * t) * t * t;
    let node = 124.7746 - 1.563_755_88 * k + 0.0020672 * t * t;

    let mut instant = MOON_ZERO + LUNATION * k + (0.00015437 - 0.00000015 * t) * t * t;
    instant -= 0.00017 * sin(node);
    for (days, s, m, f) in MOON {
        let shrink = match s.abs() {
            1.0 => eccentricity,
            2.0 => eccentricity * eccentricity,
            _ => 1.0,
        };
        instant += days * shrink * sin(s * sun + m * moon + f * latitude);
    }
    for (days, angle, growth) in PLANETS {
        instant += days * sin(angle + growth * k);
    }
    instant
}

/// The apparent longitude of the sun in degrees, from 0 up to 360.
fn sun_longitude(instant: f64) -> f64 {
    let t = (instant - J2000) / 36525.0;
    let mean = 280.46646 + (36000.76983 + 0.0003032 * t) * t;
    let anomaly = 357.52911 + (35999.05029 - 0.0001537 * t) * t;
    let centre = (1.914602 - 0.004817 * t) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * sin(2.0 * anomaly)
        + 0.000289 * sin(3.0 * anomaly);
    let nutation = 0.00478 * sin(125.04 - 1934.136 * t);
    (mean + centre - 0.00569 - nutation).rem_euclid(360.0)
}

fn local_day(dynamical: f64) -> i32 {
    let utc = dynamical - clock_lag(dynamical);
    (utc + UTC_PLUS_7 - DAY_ZERO).floor() as i32
}

fn to_dynamical(utc: f64) -> f64 {
    utc + clock_lag(utc)
}

/// What civil time is behind dynamical time, in days.
fn clock_lag(instant: f64) -> f64 {
    let years = (instant - J2000) / 365.25;
    (62.0 + 0.4 * years) / 86_400.0
}

fn sin(degrees: f64) -> f64 {
    (degrees / 360.0 * TAU).sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_moon_of_february_1977_is_the_one_in_the_book() {
        // Example 49.a: 18 February 1977, 3h37m42s dynamical time.
        assert!((new_moon(-283.0) - 2_443_192.651_18).abs() < 0.000_01);
    }

    #[test]
    fn the_sun_of_13_october_1992_is_the_one_in_the_book() {
        // Example 25.a, by the same series of low accuracy: 199°54'32".
        assert!((sun_longitude(2_448_908.5) - 199.908_95).abs() < 0.000_1);
    }

    #[test]
    fn the_nearest_miss_of_midnight_falls_on_the_right_day() {
        // New moon at 00:01:30 on 21 September 1998 in Việt Nam.
        let day = chrono::NaiveDate::from_ymd_opt(1998, 9, 21).unwrap();
        let day = chrono::Datelike::num_days_from_ce(&day);
        let (k, begins) = moon_before(day);
        assert_eq!(begins, day);
        assert_eq!(moon_before(day - 1).0, k - 1);
    }
}
