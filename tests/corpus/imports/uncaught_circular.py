# status: 1
import cycle_error
