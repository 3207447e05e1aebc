package io.github.gradiospring.sample.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

import org.springframework.stereotype.Component;

/** Finds passages by their words: a Lucene index in memory, ranked by BM25. */
@Component
class Library {

	private static final String TEXT = "text";

	private static final String TITLE = "title";

	private static final float TITLE_BOOST = 1.5f;

	/** What scores less than this share of the best passage is not worth quoting. */
	private static final float MIN_SHARE = 0.5f;

	private static final int SENTENCES = 2;

	/** Words of questions that say nothing about what is asked. */
	private static final List<String> QUESTION_WORDS = List.of("what", "who", "when", "where", "which", "why", "how",
			"many", "much", "do", "does", "did", "can", "could", "should", "would", "i", "my", "me", "you", "your",
			"about", "have", "has", "happens", "tell");

	private final Analyzer analyzer = new EnglishAnalyzer(stopWords());

	private final List<Passage> passages = Passage.readAll();

	private final IndexSearcher searcher;

	Library() {
		try {
			this.searcher = new IndexSearcher(DirectoryReader.open(index()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The titles of the documents. */
	List<String> titles() {
		return this.passages.stream().map(Passage::title).distinct().toList();
	}

	/**
	 * Finds what answers a question.
	 * @param question the question
	 * @param context what was talked about before; counts half
	 * @param max how many quotes at most
	 * @return the best sentences of the best passages, the words of the question in bold
	 */
	List<Quote> search(String question, String context, int max) {
		try {
			Query query = query(question, context);
			TopDocs found = this.searcher.search(query, max);
			String[] sentences = highlighter()
				.highlightFields(new String[] { TEXT }, query, ids(found), new int[] { SENTENCES })
				.getOrDefault(TEXT, new String[0]);
			return quotes(found.scoreDocs, sentences);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Query query(String question, String context) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		addWords(query, TEXT, question, 1);
		addWords(query, TITLE, question, TITLE_BOOST);
		addWords(query, TEXT, context, 0.5f);
		return query.build();
	}

	private void addWords(BooleanQuery.Builder query, String field, String words, float boost) {
		Query part = new QueryBuilder(this.analyzer).createBooleanQuery(field, words);
		// There is none when all words are as common as "the".
		if (part != null) {
			query.add(new BoostQuery(part, boost), BooleanClause.Occur.SHOULD);
		}
	}

	private UnifiedHighlighter highlighter() {
		return UnifiedHighlighter.builder(this.searcher, this.analyzer)
			.withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ENGLISH))
			.withFormatter(new DefaultPassageFormatter("**", "**", "… ", false))
			.build();
	}

	private static int[] ids(TopDocs found) {
		return Arrays.stream(found.scoreDocs).mapToInt((hit) -> hit.doc).toArray();
	}

	// Passages were indexed in order, so a document's number is its passage's.
	private List<Quote> quotes(ScoreDoc[] hits, String[] sentences) {
		List<Quote> quotes = new ArrayList<>();
		for (int i = 0; i < hits.length; i++) {
			if (hits[i].score >= MIN_SHARE * hits[0].score) {
				quotes.add(new Quote(sentences[i].strip(), this.passages.get(hits[i].doc)));
			}
		}
		return quotes;
	}

	private static CharArraySet stopWords() {
		CharArraySet words = CharArraySet.copy(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
		words.addAll(QUESTION_WORDS);
		return words;
	}

	private Directory index() throws IOException {
		Directory directory = new ByteBuffersDirectory();
		try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(this.analyzer))) {
			for (Passage passage : this.passages) {
				Document document = new Document();
				document.add(new TextField(TEXT, passage.text(), Field.Store.YES));
				document.add(new TextField(TITLE, passage.title(), Field.Store.NO));
				writer.addDocument(document);
			}
		}
		return directory;
	}

	/**
	 * What a passage says about a question.
	 *
	 * @param sentences the best sentences, the words of the question in bold
	 * @param passage where they stand
	 */
	record Quote(String sentences, Passage passage) {

	}

}
