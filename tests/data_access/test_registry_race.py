"""Is one form filed once, however many threads and processes file it at the same moment?"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from data_access.registry import read
from data_access.registry.drafts import save_draft
from data_access.registry.filing import file_claim
from tests.data_access.registry_desks import filled, prepared


def test_a_hundred_filings_of_one_form_are_one_claim(tmp_path: Path) -> None:
    desk = prepared(tmp_path)
    save_draft(desk, "form-1", filled())
    script = (
        "import sys; from pathlib import Path; from concurrent.futures import ThreadPoolExecutor\n"
        "from data_access.registry.filing import file_claim; from tests.data_access.registry_desks import desk_of\n"
        "desk = desk_of(Path(sys.argv[1]))\n"
        "with ThreadPoolExecutor(20) as pool:\n"
        "    print({each.receipt_id for each in pool.map(lambda _: file_claim(desk, 'form-1'), range(20))})"
    )
    root = Path(__file__).parents[2]
    others = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    with ThreadPoolExecutor(20) as pool:
        receipts = {each.receipt_id for each in pool.map(lambda _: file_claim(desk, "form-1"), range(20))}
    said = {process.communicate(timeout=120)[0].strip() for process in others}
    assert len(receipts) == 1
    assert said == {repr(receipts)}
    counts = (
        "select (select count(*) from claims), (select count(*) from receipts), (select count(*) from claim_events)"
    )
    assert read(desk.workspace, lambda connection: connection.execute(counts).fetchone()) == (1, 1, 1)
