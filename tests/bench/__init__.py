"""Benchmarks: ours beside the peers, printed as ratios in one run; never a timed assertion."""
