package io.groundswell.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.groundswell.suite.Suite;

/**
 * Creators made up by PostgreSQL itself: most are small, most write in one of a few languages and scripts, and words are as
 * unevenly frequent as words are. The same seed makes the same people. Beside them a table in which PostgreSQL finds them
 * without help, with the indexes it would need for that.
 */
final class SearchPopulation {
    private static final String WORDS = """
            create temporary table word as
            select n, case
                when n < 40 then (array['coffee','travel','food','fitness','mother','music','photo','beauty','games','running',
                    'café','fotografía','viajes','comida','belleza','Küche','Reise','Garten','voyage','cuisine',
                    '咖啡','旅行','美食','攝影','健身','摄影','时尚','コーヒー','料理','写真','ファッション','커피','여행','맛집',
                    'กาแฟ','อาหาร','กีฬา','кофе','путешествия','مقهى'])[n + 1]
                else 'w' || substr(md5(n::text), 1, 7) end as text
            from generate_series(0, 30000) n""";
    private static final String PEOPLE = """
            insert into creator (workspace_id, id, display_name, kind, stage, discovered_via, followers, tier, tier_scheme,
                tier_certain, created_at, updated_at, version)
            select '$workspace', uuidv7(), initcap(substr(md5(g::text), 1, 5)) || ' ' || initcap(substr(md5((g % 5000)::text), 1, 7)),
                case when g % 20 = 0 then 'CUSTOMER' else 'EXTERNAL' end,
                (array['DISCOVERED','DISCOVERED','DISCOVERED','DISCOVERED','CONTACTED','ENGAGED','ACTIVE','DORMANT'])[1 + g % 8],
                (array['HASHTAG','HASHTAG','IMPORT','MENTION','CUSTOMER'])[1 + g % 5],
                f, case when f < 10000 then 'NANO' when f <= 100000 then 'MICRO' when f <= 500000 then 'MID'
                    when f <= 1000000 then 'MACRO' else 'MEGA' end, 'standard-2021', true, now(), now(), 0
            from (select g, (100 * exp(9.5 * power(random(), 2)))::bigint as f from generate_series(1, $people) g) people""";
    private static final String ACCOUNTS = """
            insert into account (workspace_id, id, creator_id, network, user_id, handle, handle_key, display_name, followers, bio,
                language, country, tier, tier_certain, observed_at)
            select workspace_id, uuidv7(), id, (array['INSTAGRAM','INSTAGRAM','TIKTOK','TIKTOK','YOUTUBE','X','FACEBOOK','BLUESKY'])
                    [1 + (random() * 7.99)::int % 8],
                'u' || n, handle, handle, display_name, followers,
                (select string_agg(w.text, ' ') from (select text from word where word.n = any(words)) w),
                (array['en','en','en','es','de','fr','ja','zh-Hant','zh-Hans','pt-BR','ko','th'])[1 + n % 12],
                (array['US','US','GB','DE','FR','ES','MX','JP','TW','CN','BR','KR','TH','NL','SE'])[1 + n % 15],
                tier, true, now()
            from (select c.*, row_number() over () as n, lower(replace(display_name, ' ', '.')) || row_number() over () as handle,
                array(select (30000 * power(random(), 4))::int from generate_series(1, 8) where c.id is not null) as words
                from creator c where workspace_id = '$workspace') people""";
    private static final String BESIDE = """
            create table bench_search as
            select c.id, c.tier, a.network, a.country, a.language, coalesce(c.followers, -1) as followers,
                to_tsvector('simple', c.display_name || ' ' || a.handle || ' ' || a.bio) as words
            from creator c join account a on a.workspace_id = c.workspace_id and a.creator_id = c.id
            where c.workspace_id = '$workspace'""";

    private final Suite suite;

    SearchPopulation(Suite suite) {
        this.suite = suite;
    }

    /** Stores the people, past triggers and policies: it is not this that is measured. */
    void store(String workspace, int people) throws SQLException {
        try (Connection connection = suite.connectAsSuperuser("creator"); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("select setseed(0.5)");
            statement.execute(WORDS);
            statement.execute("create unique index on word (n)");
            statement.execute("analyze word");
            statement.execute(PEOPLE.replace("$workspace", workspace).replace("$people", Integer.toString(people)));
            statement.execute(ACCOUNTS.replace("$workspace", workspace));
            statement.execute("analyze creator, account");
            statement.execute(BESIDE.replace("$workspace", workspace));
            statement.execute("create index on bench_search using gin (words)");
            statement.execute("create index on bench_search (tier, followers desc, id)");
            statement.execute("create index on bench_search (network, followers desc, id)");
            statement.execute("create index on bench_search (followers desc, id)");
            statement.execute("analyze bench_search");
        }
    }
}
