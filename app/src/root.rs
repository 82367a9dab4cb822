//! The root of the single-page app: router and routes. Every room is a lazy
//! route, so that the first load stays small; every page is rendered whole on
//! the server, so that it can be read and its forms sent without our program.

use crate::frame::Frame;
use crate::part::{BoardPart, MeetingPart, MyPart, OfficePart, SchedulePart};
use crate::parts::{NotFound, PAGE_NOT_FOUND};
use crate::title::PageTitle;
use crate::visit::{provide_visit, say};
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{Lazy, SsrMode, path};

/// Everything between `<body>` and `</body>`.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "ssr")]
    leptos_meta::provide_meta_context();
    provide_visit();
    view! {
        <Router>
            <Frame>
                <main id="main" tabindex="-1">
                    <Routes fallback=|| {
                        view! {
                            <PageTitle text=say(PAGE_NOT_FOUND)/>
                            <NotFound/>
                        }
                    }>
                        <Route path=path!("/my") ssr=SsrMode::Async view={Lazy::<MyPart>::new()}/>
                        <Route path=path!("/my/sessions") ssr=SsrMode::Async view={Lazy::<MyPart>::new()}/>
                        <Route path=path!("/desk/weeks/:week") ssr=SsrMode::Async view={Lazy::<BoardPart>::new()}/>
                        <Route path=path!("/desk/weeks/:week/review") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk/weeks/:week/start") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk/weeks/:week/absence") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk/series") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk/templates") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/duty") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/weeks/:week/publications") ssr=SsrMode::Async view={Lazy::<SchedulePart>::new()}/>
                        <Route path=path!("/desk/meetings") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/meetings/rules") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/meetings/:id") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/invitations") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/invitations/:id") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/papers") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/papers/:id") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/bodies") ssr=SsrMode::Async view={Lazy::<MeetingPart>::new()}/>
                        <Route path=path!("/desk/requests") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/people") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/people/persons") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/people/positions") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/journal") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/settings") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/settings/travel") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/settings/calendar") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                        <Route path=path!("/desk/settings/accounts") ssr=SsrMode::Async view={Lazy::<OfficePart>::new()}/>
                    </Routes>
                </main>
            </Frame>
        </Router>
    }
    .into_any()
}
