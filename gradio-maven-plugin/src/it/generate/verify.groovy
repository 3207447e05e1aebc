File source = new File(basedir, 'target/generated-sources/gradio/com/example/tools/Greeter.java')
assert source.text.contains('@GradioExchange(client = "greeter")')
assert source.text.contains('Mono<String> predict(String name)')
