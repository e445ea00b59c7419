"""What people tell us, and who reads and answers it."""

from services.policy.rule import ANSWERING, EVERYBODY, Policy

SEND = Policy("feedback.send", "Everybody may tell us something, in text or in a signed video.", EVERYBODY)
SEE = Policy(
    "feedback.see",
    "A support agent, a tax preparer or an administrator may see what people told us, and watch their videos.",
    ANSWERING,
)
ANSWER = Policy(
    "feedback.answer",
    "A support agent, a tax preparer or an administrator may write down what a video says, and what was done about a "
    "message.",
    ANSWERING,
)
