-- One batch of posts: find what is known, insert or move forward, tie to campaigns, tell the other services. See PostStore.
-- What is looked up is looked up row by row (lateral, limit 1): of tables whose statistics are behind, a join would read all.
-- What a person decided on a known post stays; rules decide anew, and one that stays approved stays as far as it has come.
with incoming as materialized (
    select * from unnest($2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
        $10::text[], $11::timestamptz[], $12::timestamptz[], $13::bigint[], $14::bigint[], $15::bigint[],
        $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::text[], $21::float8[], $22::text[],
        $23::text[], $24::text[], $25::text[], $26::uuid[], $27::uuid[], $28::text[],
        $34::text[], $35::text[], $36::text[], $39::text[], $40::uuid[], $41::text[])
    as i (ordinal, id, network, network_post_id, author_key, author, text, language, permalink, published_at,
        observed_at, likes, comments, shares, saves, views, impressions, reach, rate_method, engagement_rate,
        hashtags, mentions, links, media, digest, event_id, event, labels, detected_language,
        fingerprint, state, rule_id, decision)
), known as materialized (
    select i.ordinal, p.id, p.observed_at, p.digest, p.state, p.rule_id
    from incoming i
    cross join lateral (select k.id, k.observed_at, k.digest, k.state, k.rule_id from post k
        where k.workspace_id = $1 and k.network = i.network and k.network_post_id = i.network_post_id limit 1) p
), stored as (
    insert into post as p (workspace_id, id, network, network_post_id, author_key, author, text, language,
        permalink, published_at, observed_at, likes, comments, shares, saves, views, impressions, reach,
        rate_method, engagement_rate, hashtags, mentions, links, media, digest, state, labels, detected_language,
        fingerprint, rule_id, decision, decided_at)
    select $1, id, network, network_post_id, author_key, author::jsonb, text, language, permalink, published_at,
        observed_at, likes, comments, shares, saves, views, impressions, reach, rate_method, engagement_rate,
        string_to_array(hashtags, e'\x1f'), string_to_array(mentions, e'\x1f'), string_to_array(links, e'\x1f'),
        media::jsonb, digest, state, labels::jsonb, detected_language,
        fingerprint::bigint[], rule_id, decision::jsonb, case when rule_id is not null then now() end
    from incoming
    order by network, network_post_id
    on conflict (workspace_id, network, network_post_id) do update set
        author_key = excluded.author_key, author = excluded.author, text = excluded.text,
        language = excluded.language, permalink = excluded.permalink, published_at = excluded.published_at,
        observed_at = excluded.observed_at, likes = excluded.likes, comments = excluded.comments,
        shares = excluded.shares, saves = excluded.saves, views = excluded.views,
        impressions = excluded.impressions, reach = excluded.reach, rate_method = excluded.rate_method,
        engagement_rate = excluded.engagement_rate, hashtags = excluded.hashtags,
        mentions = excluded.mentions, links = excluded.links, media = excluded.media,
        digest = excluded.digest, labels = excluded.labels, detected_language = excluded.detected_language,
        state = case
            when p.decided_by is not null then p.state
            when excluded.state = 'APPROVED' and p.state in ('PUBLISHABLE', 'PUBLISHED') then p.state
            else excluded.state end,
        rule_id = case when p.decided_by is null then excluded.rule_id end,
        decision = case when p.decided_by is null then excluded.decision end,
        decided_at = case when p.decided_by is null then excluded.decided_at else p.decided_at end,
        version = p.version + 1
    where p.observed_at < excluded.observed_at and p.digest <> excluded.digest and p.state <> 'WITHDRAWN'
    returning p.id, p.network, p.network_post_id, p.state, p.rule_id, p.decision, p.decided_by
), decided as (
    select i.ordinal, s.id, k.state as from_state, s.state as to_state, s.decision
    from stored s
    join incoming i on i.network = s.network and i.network_post_id = s.network_post_id
    left join known k on k.ordinal = i.ordinal
    where s.decided_by is null and case
        when k.id is null then s.rule_id is not null
        else (s.state, s.rule_id) is distinct from (k.state, k.rule_id) end
), logged as (
    insert into moderation_event (workspace_id, id, post_id, from_state, to_state, rule, decided_at)
    select $1, uuidv7(), id, from_state, to_state, decision, now()
    from decided
), target as materialized (
    select i.ordinal, i.event_id, i.event, coalesce(s.id, k.id) as post_id, s.id is not null as stored
    from incoming i
    left join stored s on s.network = i.network and s.network_post_id = i.network_post_id
    left join known k on k.ordinal = i.ordinal and k.state <> 'WITHDRAWN'
    where coalesce(s.id, k.id) is not null
), matched as (
    insert into post_match as pm (workspace_id, campaign_id, post_id, by_hashtag, by_mention, by_keyword)
    select $1, m.campaign_id, t.post_id, m.by_hashtag, m.by_mention, m.by_keyword
    from unnest($29::int[], $30::uuid[], $31::bool[], $32::bool[], $33::bool[])
        as m (ordinal, campaign_id, by_hashtag, by_mention, by_keyword)
    join target t on t.ordinal = m.ordinal
    left join lateral (select true as known from post_match e
        where e.workspace_id = $1 and e.campaign_id = m.campaign_id and e.post_id = t.post_id limit 1) e on not t.stored
    where t.stored or e.known is null
    on conflict (workspace_id, campaign_id, post_id) do update
        set by_hashtag = excluded.by_hashtag, by_mention = excluded.by_mention, by_keyword = excluded.by_keyword
        where (pm.by_hashtag, pm.by_mention, pm.by_keyword)
            <> (excluded.by_hashtag, excluded.by_mention, excluded.by_keyword)
    returning pm.post_id
), banded as (
    insert into post_band (workspace_id, band, post_id)
    select $1, b.band, i.id
    from unnest($37::int[], $38::bigint[]) as b (ordinal, band)
    join incoming i on i.ordinal = b.ordinal
    join target t on t.ordinal = b.ordinal and t.post_id = i.id
    order by b.band
), told as (
    insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
    select t.event_id, 'post', t.post_id::text, 'post.matched',
        t.event::jsonb || jsonb_build_object('postId', t.post_id), $1, now()
    from target t
    where t.stored or t.post_id in (select post_id from matched)
)
select i.ordinal, k.observed_at, k.digest, k.state, coalesce(t.post_id, k.id) as post_id,
    coalesce(t.post_id in (select post_id from matched), false) as newly_matched,
    k.id is not null and i.ordinal in (select ordinal from decided) as decided_anew
from incoming i
left join known k on k.ordinal = i.ordinal
left join target t on t.ordinal = i.ordinal
