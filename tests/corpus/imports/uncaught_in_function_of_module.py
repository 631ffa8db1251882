# status: 1
from shapes.circle import broken

print(broken(1))
print(broken(1000))
