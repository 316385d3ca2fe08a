"""The editor as people meet it: a real server, a real browser, and the file behind them."""
