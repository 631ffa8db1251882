import sys
count = getattr(sys, "_counted", 0) + 1
sys._counted = count
print("executed", count, "times")
