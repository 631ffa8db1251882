print("failing module starts")
value = 1
value / 0
