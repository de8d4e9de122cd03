"""What does "Product names and service plan identifiers for licensing" hold? One row per product and plan."""

import polars as pl

from sample_data.files.headers import header
from sample_data.skus import skus

FILE_NAME = "product_names_and_service_plans.csv"
HEADER = header("sku_list")


def rows() -> pl.DataFrame:
    """The sample's products; the real list has several hundred."""
    listed = [(sku, plan) for sku in skus() for plan in sku.plans]
    return pl.DataFrame(
        {
            "Product_Display_Name": [sku.name for sku, _ in listed],
            "String_Id": [sku.string_id for sku, _ in listed],
            "GUID": [sku.id for sku, _ in listed],
            "Service_Plan_Name": [plan.name for _, plan in listed],
            "Service_Plan_Id": [plan.id for _, plan in listed],
            "Service_Plans_Included_Friendly_Names": [plan.friendly_name for _, plan in listed],
        }
    )
