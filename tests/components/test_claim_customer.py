"""Does a customer's page name the claims that only Microsoft's files know?"""

import polars as pl

from components.claim_customer import only_in_the_files


def test_claims_of_the_usage_files_that_the_register_lacks_are_named_once() -> None:
    workloads = pl.DataFrame({"claim_id": ["2100027", "2100027", "2100028", "CLM-000001", None]})
    claims = pl.DataFrame({"claim_id": ["CLM-000001", "CLM-000002"], "claim_number": [None, "2100028"]})
    assert only_in_the_files(workloads, claims) == ["2100027"]
