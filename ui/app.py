"""The shell around every screen: navigation, style and the banner. Run by ``streamlit run``."""

import sys
from pathlib import Path

import streamlit as st

# Streamlit puts this file's own folder on the path, not the one that holds our packages.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from ui import finish_typing, markup, show, state, theme, widget_keys  # noqa: E402
from ui.drills import left as left_drill  # noqa: E402

PAGES = (
    st.Page("screen_profile.py", title="Patient profile", icon=":material/person:", default=True),
    st.Page("screen_cases.py", title="Teaching cases", icon=":material/school:", url_path="cases"),
    st.Page(
        "screen_drills.py",
        title="Scrutiny drills",
        icon=":material/troubleshoot:",
        url_path="drills",
    ),
    st.Page(
        "screen_explanation.py",
        title="Explanation",
        icon=":material/account_tree:",
        url_path="explanation",
    ),
    st.Page("screen_map.py", title="Decision map", icon=":material/grid_on:", url_path="map"),
    st.Page(
        "screen_plan.py",
        title="Monitoring plan",
        icon=":material/calendar_month:",
        url_path="plan",
    ),
    st.Page("screen_rulebook.py", title="Rule book", icon=":material/menu_book:", url_path="rules"),
    st.Page("screen_proofs.py", title="Proofs", icon=":material/verified:", url_path="proofs"),
    st.Page("screen_desk.py", title="Write a case", icon=":material/edit_note:", url_path="write"),
)


def show_notices() -> None:
    """Say what went wrong with the keeping of entries, until it was read or is over."""
    if notice := state.not_saved():
        st.warning(notice, icon=":material/save:")
        st.html(markup.paragraph(state.why_not_saved(), "cds-text cds-small cds-muted"))
    if told := state.notices():
        for notice in told:
            st.warning(show.escape(notice), icon=":material/save:")
        st.button("Close these messages", key="notices_read", on_click=state.dismiss_notices)


# Set first, and as a character: Streamlit would fetch a page's Material icon from the network.
st.set_page_config(page_icon="🎓", layout="wide")
# Before the navigation, or changing the screen would put two entries into the browser's history.
state.start()
page = st.navigation(list(PAGES), position="top")
st.set_page_config(page_title=f"{page.title} – chemotherapy in autoimmune disease")
show.banner()
theme.apply()
widget_keys.on_screen(page.title)
show_notices()
left_drill.notice(page.url_path)
page.run()
finish_typing.install()
