"""What is a usage source called on screen? By Partner Center's name of the download, where its code is none."""

NAMES = {"OfficeUsage": "Microsoft 365 usage", "Graph": "Microsoft Graph reports"}


def source_name(code: str) -> str:
    """The name of a source.

    >>> source_name("OfficeUsage"), source_name("CPOR usage")
    ('Microsoft 365 usage', 'CPOR usage')
    """
    return NAMES.get(code, code)
