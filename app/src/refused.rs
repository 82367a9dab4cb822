//! A refusal on its way between browser and server.
//!
//! What is broken is written to the log once, here, and the person hears a
//! reference instead of a database message.

use crate::json::JsonText;
use domain::Refusal;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The error of every server function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refused(pub Refusal);

/// What a server function answers with.
pub type Answer<T> = Result<T, Refused>;

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        // The answer's status says the same as the refusal in its body.
        #[cfg(feature = "ssr")]
        if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
            response.set_status(crate::parts::status(&refusal));
        }
        Self(refusal)
    }
}

impl FromServerFnError for Refused {
    type Encoder = JsonText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        // A question that cannot be read is the asker's fault (RFC 9110, 15.5.1).
        #[cfg(feature = "ssr")]
        if matches!(
            error,
            ServerFnErrorErr::Args(_)
                | ServerFnErrorErr::MissingArg(_)
                | ServerFnErrorErr::Deserialization(_)
        ) {
            if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
                response.set_status(axum::http::StatusCode::BAD_REQUEST);
            }
            return Self(Refusal::Broken { reference: "400".to_owned() });
        }
        // The reference of a failed journey is the journey: there is no line in
        // the server's log to look for.
        Self(match error {
            ServerFnErrorErr::Request(_) => Refusal::NoConnection,
            other => Refusal::Broken { reference: other.to_string() },
        })
    }
}

#[cfg(feature = "ssr")]
mod broken {
    use super::Refused;
    use domain::Refusal;
    use office::Failure;
    use std::error::Error as _;
    use std::hash::{BuildHasher as _, RandomState};

    impl From<Failure> for Refused {
        fn from(failure: Failure) -> Self {
            match failure {
                Failure::Refused(refusal) => refusal.into(),
                broken => Refusal::Broken { reference: write_down(&broken) }.into(),
            }
        }
    }

    /// Logs a failure with its causes under a short reference.
    pub fn write_down(failure: &Failure) -> String {
        let reference = format!("{:08x}", RandomState::new().hash_one(0) as u32);
        let mut causes = String::new();
        let mut cause = failure.source();
        while let Some(source) = cause {
            causes.push_str(": ");
            causes.push_str(&source.to_string());
            cause = source.source();
        }
        tracing::error!(reference, "{failure}{causes}");
        reference
    }
}

#[cfg(feature = "ssr")]
pub use broken::write_down;
