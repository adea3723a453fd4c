"""A claim that may not go where somebody wants it."""

from reader.errors.inputs import BadInput


class ClaimRefused(BadInput):
    """A claim that may not go where somebody wants it."""


class NoVerdict(ClaimRefused):
    """It has no verdict yet."""

    english = "Give the claim a verdict first."
    arabic = "حدّد حكم الادعاء أولًا."


class NoReviewer(ClaimRefused):
    """Nobody but the one who rated it would review it."""

    english = "Name a second reviewer: somebody other than {rater}, who gave the verdict."
    arabic = "سمِّ مراجعًا ثانيًا غير {rater} الذي أصدر الحكم."


class ReviewerIsRater(ClaimRefused):
    """The second reviewer is the first."""

    english = "{rater} gave the verdict, so somebody else reviews it."
    arabic = "أصدر {rater} الحكم، فيراجعه شخص غيره."


class NotApproved(ClaimRefused):
    """Too few have approved its verdict."""

    english = "The verdict is approved by {count} of the {needed} reviewers that the desk wants."
    arabic = "وافق على الحكم {count} من أصل {needed} من المراجعين الذين تشترطهم الغرفة."


class NoCorrection(ClaimRefused):
    """Nothing says what was corrected."""

    english = "Write down first what was corrected, and why."
    arabic = "دوّن أولًا ما صُحِّح وسببه."


class NoDropReason(ClaimRefused):
    """Nothing says why it is dropped."""

    english = "Say why the claim is dropped."
    arabic = "اذكر سبب استبعاد الادعاء."


class ScaleInUse(BadInput):
    """A scale that cannot go."""

    english = "The scale “{scale}” comes with Hashiya or is in force, so it stays."
    arabic = "المقياس «{scale}» من مقاييس «حاشية» أو هو المعمول به، فلا يُحذف."
