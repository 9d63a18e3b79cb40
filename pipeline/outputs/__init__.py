"""What reads the published Parquet: loading, catalog, evaluation."""
