"""Sets apart what only looks like an expectation: questions, the past, what holds of anybody, what might have been."""
