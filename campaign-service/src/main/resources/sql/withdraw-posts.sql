-- Posts that are gone at their source: the reason stays, the content goes. See PostStore.
with withdrawn as (
    update post p set state = 'WITHDRAWN', state_reason = 'SOURCE_DELETED', author_key = '', author = '{}', text = '',
        language = null, permalink = null, likes = null, comments = null, shares = null, saves = null,
        views = null, impressions = null, reach = null, engagement_rate = null, hashtags = '{}', mentions = '{}',
        links = '{}', media = '[]', version = p.version + 1
    from unnest($2::text[], $3::text[]) as gone (network, network_post_id)
    where p.workspace_id = $1 and p.network = gone.network and p.network_post_id = gone.network_post_id
        and p.state <> 'WITHDRAWN'
    returning p.id, p.network, p.network_post_id
), told as (
    insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
    select uuidv7(), 'post', w.id::text, 'post.withdrawn',
        jsonb_build_object('postId', w.id, 'reason', 'SOURCE_DELETED', 'campaignIds',
            (select coalesce(jsonb_agg(m.campaign_id), '[]') from post_match m
             where m.workspace_id = $1 and m.post_id = w.id)), $1, now()
    from withdrawn w
)
select id, network, network_post_id from withdrawn
