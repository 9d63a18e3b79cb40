"""Measure the pipeline and its peers: `make bench` writes docs/performance.md."""
