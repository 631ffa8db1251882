# status: 1
raise SystemExit(1, "two arguments")
