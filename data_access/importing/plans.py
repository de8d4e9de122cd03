"""Which workloads does a Microsoft 365 service plan give? (Product names and service plan identifiers.)

By the longest matching prefix. Which plan counts towards which workload's paid units is not documented: this is read
off the plans' names. Plans that come with every bundle and are no service of their own give nothing.
"""

import polars as pl

_NOTHING: tuple[str, ...] = ()
_BY_PREFIX: dict[str, tuple[str, ...]] = {
    "EXCHANGE_S_FOUNDATION": _NOTHING,
    "EXCHANGE_S_ARCHIVE": _NOTHING,
    "EXCHANGE_S_": ("EXO",),
    "EXCHANGE_B_": ("EXO",),
    "EXCHANGE_L_": ("EXO",),
    "SHAREPOINTWAC": _NOTHING,
    "SHAREPOINT_PROJECT": _NOTHING,
    "SHAREPOINTSTORAGE": _NOTHING,
    "SHAREPOINTONLINE_MULTIGEO": _NOTHING,
    "SHAREPOINT": ("SPO",),
    "TEAMS_FREE": _NOTHING,
    "TEAMS1": ("TEAMS", "TEAMS_MEETINGS", "TEAMS_PLATFORM"),
    "TEAMS_GOV": ("TEAMS", "TEAMS_MEETINGS", "TEAMS_PLATFORM"),
    "TEAMS_AR_": ("TEAMS", "TEAMS_MEETINGS", "TEAMS_PLATFORM"),
    "TEAMSESS": ("TEAMS", "TEAMS_MEETINGS", "TEAMS_PLATFORM"),
    "TEAMSPRO": ("TEAMS_PREMIUM",),
    "TEAMS_ROOM": ("TEAMS_ROOMS",),
    "MCOEV_VIRTUALUSER": _NOTHING,
    "MCOEV": ("TEAMS_PHONE",),
    "MCOSTANDARD": ("SFB",),
    "OFFICESUBSCRIPTION": ("PROPLUS",),
    "OFFICE_BUSINESS": ("PROPLUS",),
    "OFFICE_PROPLUS": ("PROPLUS",),
    "OFFICE_PRO_PLUS": ("PROPLUS",),
    "INTUNE_A": ("INTUNE",),
    "INTUNE_SMB": ("INTUNE",),
    "INTUNE_EDU": ("INTUNE",),
    "YAMMER_": ("YAMMER",),
    "VIVAENGAGE_CORE": ("YAMMER",),
    "AAD_PREMIUM": ("AADP",),
    "ATP_ENTERPRISE": ("MDO",),
    "THREAT_INTELLIGENCE": ("MDO",),
    "WINDEFATP": ("MDE",),
    "MDE_": ("MDE",),
    "ATA": ("MDI",),
    "ADALLOM_S_STANDALONE": ("MCAS",),
    "RMS_S_PREMIUM": ("MIP",),
    "MIP_S_CLP": ("MIP",),
    "INSIDER_RISK": ("IRM",),
    "M365_COPILOT": ("COPILOT",),
    "MICROSOFT_365_COPILOT": ("COPILOT",),
    "CPC_": ("WINDOWS_365",),
    "VIVA_LEARNING_PREMIUM": ("VIVA_LEARNING",),
    "VIVA_GOALS": ("VIVA_GOALS",),
    "CORTEX": ("VIVA_TOPICS",),
    "MYANALYTICS_P2": ("VIVA_INSIGHTS",),
    "WORKPLACE_ANALYTICS_INSIGHTS": ("VIVA_INSIGHTS",),
}


def workloads_of_plan(plan_name: str) -> tuple[str, ...]:
    """The workloads' codes; none for plans that carry no claimable workload.

    >>> workloads_of_plan("EXCHANGE_S_ENTERPRISE"), workloads_of_plan("EXCHANGE_S_FOUNDATION")
    (('EXO',), ())
    """
    plan = plan_name.strip().upper()
    prefix = max((known for known in _BY_PREFIX if plan.startswith(known)), key=len, default=None)
    return _BY_PREFIX[prefix] if prefix else _NOTHING


def plan_workloads(plan_names: list[str]) -> pl.DataFrame:
    """plan_name (upper case, trimmed), workload: one row for each workload a plan gives."""
    names = sorted({name.strip().upper() for name in plan_names})
    rows = [(name, code) for name in names for code in workloads_of_plan(name)]
    return pl.DataFrame(rows, schema={"plan_name": pl.String, "workload": pl.String}, orient="row")
