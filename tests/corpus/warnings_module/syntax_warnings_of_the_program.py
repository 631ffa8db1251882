# status: 0
value = 5
if value is 5:
    print("literal comparison")
text = "\d"
print(text, (1, 2) is (1, 2))
assert (value, "parentheses")
