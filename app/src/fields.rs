//! A form as names and texts: the same whether the browser's program reads it
//! or it arrives as a plain POST. A refused form comes back with all of it.

use domain::Refusal;
use leptos::prelude::WithValue as _;
use serde::{Deserialize, Serialize};

/// The fields of a form in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields(pub Vec<(String, String)>);

/// The field that names the verb of a plain form.
pub const DEED: &str = "deed";

impl Fields {
    /// The text of a field; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// The same fields with another text in one of them.
    #[must_use]
    pub fn with(mut self, name: &str, text: String) -> Self {
        for (_, value) in self.0.iter_mut().filter(|(known, _)| known == name) {
            value.clone_from(&text);
        }
        self
    }

    /// The text of a field, owned.
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// All texts of a field that may stand several times.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone()).collect()
    }

    /// Fields named `prefix` + key, by key.
    pub fn keyed<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
        self.0.iter().filter_map(move |(n, v)| Some((n.strip_prefix(prefix)?.to_owned(), v.clone())))
    }

    /// A number, or 0 when it is none.
    pub fn number(&self, name: &str) -> i32 {
        self.get(name).trim().parse().unwrap_or(0)
    }

    /// The number of a row, when there is one.
    pub fn id(&self, name: &str) -> Option<i64> {
        self.get(name).trim().parse().ok()
    }

    /// The number of a row, nothing when the field is empty.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for anything that is not a number.
    pub fn row(&self, name: &str) -> Result<Option<i64>, Refusal> {
        match self.get(name).trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| Refusal::NotFound),
        }
    }

    /// The same fields without passwords, fit to be shown again.
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        self.0.retain(|(name, _)| !matches!(name.as_str(), "password" | "old" | "new"));
        self
    }

    /// Reads an urlencoded body.
    #[cfg(feature = "ssr")]
    pub fn of_body(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    /// The fields as a body again.
    #[cfg(feature = "ssr")]
    pub fn to_body(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    /// Reads a form of the page.
    #[cfg(feature = "hydrate")]
    pub fn of_form(form: &leptos::web_sys::HtmlFormElement) -> Self {
        use leptos::wasm_bindgen::JsCast;
        let mut fields = Vec::new();
        if let Ok(data) = leptos::web_sys::FormData::new_with_form(form) {
            for pair in data.entries().into_iter().flatten() {
                let pair: leptos::web_sys::js_sys::Array = pair.unchecked_into();
                if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                    fields.push((name, value));
                }
            }
        }
        Self(fields)
    }
}

/// A plain form that was refused, on its way back to the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// What was typed.
    pub fields: Fields,
    /// Why it came back.
    pub refusal: Refusal,
}

impl Returned {
    /// The form that came back for this verb, if this page is its answer.
    pub fn of(deed: &str) -> Option<Self> {
        let stored = crate::visit::use_visit().with_value(|v| v.returned.clone())?;
        serde_json::from_str::<Self>(&stored).ok().filter(|r| r.fields.get(DEED) == deed)
    }
}
