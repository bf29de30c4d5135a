package io.groundswell.campaign.rights.licence;

/** What can be done with a post. An open list. */
public enum RightsAction {
    /** Show it as it is. */
    DISPLAY,
    /** Publish it again on social networks. */
    REPOST,
    /** Change it: crop, cut, translate, combine. */
    EDIT,
    /** Show it in paid advertising. */
    ADVERTISE,
    /** Let others use it under the same terms. */
    SUBLICENSE,
    /** Train models with it. */
    TRAIN_AI
}
