//! The table of figures: what, how much, what it should be, and whether it is.

use std::fmt;

/// What a figure should be.
#[derive(Clone, Copy)]
pub enum Target {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

struct Row {
    name: String,
    figure: f64,
    unit: &'static str,
    target: Option<Target>,
}

/// All figures of a run in the order in which they were taken.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    broken: Vec<String>,
}

impl Table {
    /// Adds a figure that has a target.
    pub fn judge(&mut self, name: &str, figure: f64, unit: &'static str, target: Target) {
        self.add(name, figure, unit, Some(target));
    }

    /// Adds a figure that explains another.
    pub fn note(&mut self, name: &str, figure: f64, unit: &'static str) {
        self.add(name, figure, unit, None);
    }

    /// Says why a part has no figures.
    pub fn broken(&mut self, part: &str, why: &anyhow::Error) {
        self.broken.push(format!("{part}: {why:#}"));
    }

    /// How many parts have no figures.
    pub fn broken_parts(&self) -> usize {
        self.broken.len()
    }

    fn add(&mut self, name: &str, figure: f64, unit: &'static str, target: Option<Target>) {
        self.rows.push(Row { name: name.to_owned(), figure, unit, target });
    }
}

impl Target {
    fn holds(self, figure: f64) -> bool {
        match self {
            Self::AtLeast(least) => figure >= least,
            Self::AtMost(most) => figure <= most,
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<58} {:>10} {:<12} {:>10}", "what", "figure", "unit", "target")?;
        let mut missed = 0;
        for row in &self.rows {
            let (target, verdict) = match row.target {
                None => (String::new(), ""),
                Some(target) => {
                    let text = match target {
                        Target::AtLeast(least) => format!(">= {}", number(least)),
                        Target::AtMost(most) => format!("<= {}", number(most)),
                    };
                    let holds = target.holds(row.figure);
                    missed += u32::from(!holds);
                    (text, if holds { "  ok" } else { "  miss" })
                }
            };
            let name = if row.target.is_none() { format!("  {}", row.name) } else { row.name.clone() };
            let figure = number(row.figure);
            let line = format!("{name:<58} {figure:>10} {:<12} {target:>10}{verdict}", row.unit);
            writeln!(f, "{}", line.trim_end())?;
        }
        for part in &self.broken {
            writeln!(f, "not measured: {part}")?;
        }
        write!(f, "{missed} of {} targets missed", self.judged())
    }
}

impl Table {
    fn judged(&self) -> usize {
        self.rows.iter().filter(|row| row.target.is_some()).count()
    }
}

/// Three digits that matter, thousands set apart.
fn number(figure: f64) -> String {
    let whole = |figure: f64| figure.fract() == 0.0 || figure.abs() >= 100.0;
    if !whole(figure) {
        let digits = if figure.abs() >= 10.0 { 1 } else { 2 };
        return format!("{figure:.digits$}");
    }
    let digits = format!("{:.0}", figure.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if figure < 0.0 { format!("-{text}") } else { text }
}

/// The one in the middle; of an even number, the lower of both.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len().saturating_sub(1) / 2;
    figures.get(middle).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_thousands_stand_apart() {
        for (figure, text) in [
            (0.5, "0.50"),
            (14_336.0, "14,336"),
            (1_234_567.4, "1,234,567"),
            (12.34, "12.3"),
            (999.6, "1,000"),
            (0.0, "0"),
        ] {
            assert_eq!(number(figure), text);
        }
    }

    #[test]
    fn a_missed_target_is_called_so_and_counted() {
        let mut table = Table::default();
        table.judge("a page", 0.4, "of constant", Target::AtLeast(0.5));
        table.judge("a start", 150.0, "ms", Target::AtMost(150.0));
        table.note("a reason", 7.0, "bytes");
        let text = table.to_string();
        let line = |word: &str| text.lines().find(|line| line.contains(word)).unwrap();
        assert!(line("a page").ends_with(">= 0.50  miss"));
        assert!(line("a start").ends_with("<= 150  ok"));
        assert!(line("a reason").ends_with("bytes"));
        assert!(text.ends_with("1 of 2 targets missed"));
    }

    #[test]
    fn the_median_is_a_figure_that_was_measured() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.0);
        assert!(median(Vec::new()).is_nan());
    }
}
