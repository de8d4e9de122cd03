"""Which workload does a Microsoft 365 service plan give? (Product names and service plan identifiers.)"""

import polars as pl

_BY_PREFIX = {
    "EXCHANGE_S_FOUNDATION": None,
    "EXCHANGE_S_": "EXO",
    "EXCHANGE_B_": "EXO",
    "SHAREPOINT": "SPO",
    "TEAMS_FREE": None,
    "TEAMS1": "TEAMS",
    "TEAMSPRO": "TEAMS_PREMIUM",
    "MCOEV": "TEAMS_PHONE",
    "MCOSTANDARD": "SFB",
    "OFFICESUBSCRIPTION": "PROPLUS",
    "OFFICE_BUSINESS": "PROPLUS",
    "INTUNE_A": "INTUNE",
    "INTUNE_SMB": "INTUNE",
    "YAMMER_": "YAMMER",
    "AAD_PREMIUM": "AADP",
    "ATP_ENTERPRISE": "MDO",
    "THREAT_INTELLIGENCE": "MDO",
    "WINDEFATP": "MDE",
    "MDE_": "MDE",
    "ATA": "MDI",
    "ADALLOM_S_STANDALONE": "MCAS",
    "RMS_S_PREMIUM": "MIP",
    "MIP_S_": "MIP",
    "INSIDER_RISK": "IRM",
    "M365_COPILOT": "COPILOT",
    "MICROSOFT_365_COPILOT": "COPILOT",
    "COPILOT": "COPILOT",
    "CPC_": "WINDOWS_365",
    "VIVA_LEARNING": "VIVA_LEARNING",
    "CORTEX": "VIVA_TOPICS",
    "WORKPLACE_ANALYTICS_INSIGHTS": "VIVA_INSIGHTS",
}


def workload_of_plan(plan_name: str) -> str | None:
    """The workload code, by the longest matching prefix; None for plans that carry no claimable workload.

    >>> workload_of_plan("EXCHANGE_S_ENTERPRISE"), workload_of_plan("EXCHANGE_S_FOUNDATION")
    ('EXO', None)
    """
    plan = plan_name.upper()
    prefix = max((known for known in _BY_PREFIX if plan.startswith(known)), key=len, default=None)
    return _BY_PREFIX[prefix] if prefix else None


def plan_workloads(plan_names: list[str]) -> pl.DataFrame:
    """plan_name, workload: one row a plan that gives a workload."""
    rows = [(name, code) for name in plan_names if (code := workload_of_plan(name))]
    return pl.DataFrame(rows, schema={"plan_name": pl.String, "workload": pl.String}, orient="row")
