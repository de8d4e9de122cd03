"""What do these files say, what would they change, and what was imported before?"""

from datetime import date

import streamlit as st

from components.column_mappings import mapping_to_forget
from components.import_history import undo_choice
from components.import_preview import Answered, refused_download, table_preview
from components.panel import panel, show_table
from components.workload_names import name_choice
from data_access import imports
from data_access.importing import background, mapping, naming, uploads
from data_access.importing.asked import Asked, Said
from data_access.importing.jobs import Job
from data_access.importing.run import rebuild, undo_import
from data_access.settings import current_settings
from domain.workloads import known_workloads
from pages import session

SHOWN_JOBS = 3
NOTHING_YET = "Nothing has been imported yet. Drop files in the box above."
HISTORY_COLUMNS = (
    "imported_at",
    "title",
    "file_name",
    "first_month",
    "last_month",
    "rows_kept",
    "rows_refused",
    "facts_used",
    "replaced_count",
    "as_of_on",
    "imported_by",
    "undone_at",
    "undone_by",
)
target = session.import_target()
HISTORY_LABELS = {
    "title": "What it is",
    "as_of_on": "As of",
    "facts_used": "Facts in use",
    "replaced_count": "Facts replaced",
}
REACH_COLUMNS = (
    "source",
    "last_month",
    "is_late",
    "next_expected_on",
    "imported_at",
    "as_of_on",
    "complete_through",
    "is_stopped",
)
settings = current_settings()


def asked(as_of: date | None = None, by_file: dict[str, Said] | None = None) -> Asked:
    return Asked(session.me(), target.today(settings), as_of=as_of, by_file=by_file or {})


def check(files: list[st.runtime.uploaded_file_manager.UploadedFile], as_of: date | None) -> None:
    names = {uploads.save_upload(target, one.name, one, settings): one.name for one in files}
    background.start(target, list(names), asked(as_of), names=names, only_preview=True)


def check_again(job: Job, answers: dict[str, Answered]) -> None:
    """Remember mappings, take what was said of each table, and preview the same files anew."""
    order = job.order()
    headers = {one.file_name: one.header for one in job.previews()}
    for name, one in answers.items():
        if one.target:
            mapping.remember_mapping(target, headers[name], one.target, dict(one.columns), session.me())
    said = {name: Said(None, one.tenant, dict(one.conventions)) for name, one in answers.items()}
    names = dict(zip(order.files, order.names, strict=True))
    background.start(target, list(names), asked(order.said.as_of, said), names=names, only_preview=True)
    job.forget()


@st.fragment(run_every=1.0)
def running(job_id: str) -> None:
    status = background.job_status(target, job_id)
    if status.is_over:
        st.rerun()
    st.progress(status.share, text=f"{status.step} …")


def previewed(job: Job) -> None:
    wanted = {name: [column.name for column in layout.columns] for name, layout in mapping.TARGETS.items()}
    answers = {
        one.file_name: table_preview(one, find=session.find_customers, wanted=wanted, key=f"{job.id}_{at}")
        for at, one in enumerate(job.previews())
    }
    refused_download(job.refused_rows(), f"{job.id}_refused")
    with st.container(horizontal=True):
        usable = any(one.is_usable and not one.is_known for one in job.previews())
        if st.button("Import", type="primary", key=f"{job.id}_go", disabled=not usable, icon=":material/publish:"):
            background.confirm(target, job.id)
            st.rerun()
        if any(one != Answered() for one in answers.values()) and st.button("Check again", key=f"{job.id}_again"):
            check_again(job, answers)
            st.rerun()
        if st.button("Give up", key=f"{job.id}_no", type="tertiary"):
            background.give_up(target, job.id)
            st.rerun()


def finished(job: Job) -> None:
    status = background.job_status(target, job.id)
    if status.state == "failed":
        st.error(status.sentence)
    for one in status.outcomes:
        (st.success if one.is_usable else st.warning)(f"{one.file_name}: {one.sentence}")
    refused_download(job.refused_rows(), f"{job.id}_refused")
    if st.button("Done", key=f"{job.id}_done", type="tertiary"):
        background.give_up(target, job.id)
        st.rerun()


st.title("Imports", anchor=False)

with (
    panel(
        "Which files did you download?",
        "Partner Center and Graph exports, our customers file, any table; plain, .zip or .gz.",
    ),
    st.form("upload", border=False, clear_on_submit=True),
):
    files = st.file_uploader(
        "Files", accept_multiple_files=True, label_visibility="collapsed", max_upload_size=settings.upload_limit_mb
    )
    as_of = st.date_input("As of (optional: newer wins)", value=None, max_value=target.today(settings), width=240)
    if st.form_submit_button("Check files", type="primary") and files:
        check(files, as_of)

for job_id in background.jobs_of(target)[:SHOWN_JOBS]:
    state = background.job_status(target, job_id).state
    with panel(
        {"previewed": "What would these files change?", "done": "What was imported?"}.get(state, "How far is it?")
    ):
        if state in ("waiting", "running"):
            running(job_id)
        elif state == "previewed":
            previewed(Job(target, job_id))
        else:
            finished(Job(target, job_id))

unknown = session.unknown_workloads()
if unknown:
    with panel(
        "Which workloads have no name yet?", "Named once, remembered; until then they stand under their own name."
    ):
        named = name_choice(unknown, {code: one.name for code, one in known_workloads().items()})
        if named:
            naming.name_workload(session.workspace(), *named, session.me())
            rebuild(session.workspace(), asked(), settings)
            st.rerun()

mapped = mapping.remembered_mappings(target)
if mapped:
    with panel(
        "Which tables do we know by their header?", "Columns named by hand, used for every file with that header."
    ):
        forgotten = mapping_to_forget(mapped)
        if forgotten:
            mapping.forget_mapping(target, mapped[forgotten].header, session.me())
            st.rerun()

with panel("How far does each source reach?", "Usage cycles are complete by the 20th of the next month."):
    show_table(lambda: session.ask(imports.FRESHNESS), key="freshness", columns=REACH_COLUMNS, empty=NOTHING_YET)

with panel("What was imported before?", "Undone imports stay in the list; their facts no longer count."):
    history = session.ask(imports.HISTORY)
    show_table(history, key="history", columns=HISTORY_COLUMNS, labels=HISTORY_LABELS, empty=NOTHING_YET)
    undone = undo_choice(history.frame)
    if undone:
        undo_import(session.workspace(), undone, asked(), settings)
        st.rerun()
