//! When the periods of quotas begin.

use crate::api::{Period, Quota};

const DAY: u64 = 24 * 60 * 60 * 1_000;
/// The first of January 1970 was a Thursday; weeks are counted from Sundays.
const THURSDAY: u64 = 4;

/// The beginning of the period in which a moment is. Both are milliseconds since 1970.
pub(crate) fn period_start(quota: &Quota, now: u64) -> u64 {
    let (today, offset) = (now / DAY, u64::from(quota.offset));
    let first = match quota.period {
        Period::Day => today,
        Period::Week => today - ((today + THURSDAY + 7 - offset % 7) % 7).min(today),
        Period::Month => {
            let day = day_of_month(today);
            let start = today - day.min(today);
            // A month that has not reached the day yet belongs to the period that began in the month before.
            if day >= offset {
                start + offset
            } else {
                let last = start.saturating_sub(1);
                last.saturating_sub(day_of_month(last)) + offset
            }
        }
    };
    first * DAY
}

/// The day of the month, from 0, of a day since 1970, in the Gregorian calendar.
///
/// Years are counted from March, so that a leap day is their last, in cycles of 400 years of 146,097 days.
fn day_of_month(day: u64) -> u64 {
    let of_cycle = (day + 719_468) % 146_097;
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    of_year - (153 * month + 2) / 5
}

#[cfg(test)]
mod tests {
    use super::{DAY, period_start};
    use crate::api::{Period, Quota};

    /// 2026-11-28, a Saturday, in days since 1970.
    const SATURDAY: u64 = 20_785;

    fn start(period: Period, offset: u32, day: u64) -> u64 {
        period_start(&Quota { limit: 1, offset, period }, day * DAY + 5) / DAY
    }

    #[test]
    fn periods_begin_on_their_days() {
        assert_eq!(start(Period::Day, 0, SATURDAY), SATURDAY);
        assert_eq!(start(Period::Week, 0, SATURDAY), SATURDAY - 6);
        assert_eq!(start(Period::Week, 0, SATURDAY + 1), SATURDAY + 1);
        assert_eq!(start(Period::Week, 6, SATURDAY), SATURDAY);
        assert_eq!(start(Period::Month, 0, SATURDAY), SATURDAY - 27);
        assert_eq!(start(Period::Month, 27, SATURDAY), SATURDAY);
        assert_eq!(start(Period::Month, 27, SATURDAY - 1), SATURDAY - 31);
        assert_eq!(start(Period::Month, 0, SATURDAY + 3), SATURDAY + 3);
    }

    #[test]
    fn the_first_days_of_the_calendar_have_a_period() {
        for period in [Period::Day, Period::Week, Period::Month] {
            assert_eq!(start(period, 0, 0), 0);
        }
        // A leap day is the last of its month: 2024-02-29 and 2024-03-01.
        assert_eq!(start(Period::Month, 0, 19_782), 19_782 - 28);
        assert_eq!(start(Period::Month, 0, 19_783), 19_783);
    }
}
