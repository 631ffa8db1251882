import time
print("executed once")
time.sleep(0.01)
value = "complete"
