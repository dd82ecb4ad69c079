using System.Reflection;
using System.Runtime.Loader;
using Ematix.Generators;
using Ematix.Testing;
using Microsoft.CodeAnalysis;

namespace Ematix.Oracle.Tests;

/// <summary>A random view, compiled with the generator and loaded; gone when disposed.</summary>
internal sealed class CompiledView : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private CompiledView(AssemblyLoadContext context, ViewDriver driver) => (_context, Driver) = (context, driver);

    public ViewDriver Driver { get; }

    /// <summary>Compiles a view.</summary>
    /// <exception cref="PropertyFailedException">What was generated does not compile without a warning, or means another view.</exception>
    public static CompiledView Of(Schema schema)
    {
        var source = SchemaSource.Of(schema);
        var output = GeneratorRun.First(new FeatureViewGenerator(), UserProject.Of(source)).Output;
        if (output.Problems() is { Count: > 0 } problems)
            throw new PropertyFailedException($"{source}\ndoes not compile:\n{string.Join('\n', problems)}");
        using var assembly = new MemoryStream();
        output.Emit(assembly);
        assembly.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        var view = context.LoadFromStream(assembly).GetType(SchemaSource.TypeName, throwOnError: true)!;
        var driver = DriverOf(view, schema.Spec);
        if (Differences(driver, schema) is { Count: > 0 } differences)
            throw new PropertyFailedException($"{source}\nis read as another view: {string.Join("; ", differences)}");
        return new(context, driver);
    }

    public void Dispose() => _context.Unload();

    private static ViewDriver DriverOf(Type view, ViewSpec spec)
    {
        var key = view.GetInterfaces().Single(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IFeatureView<,>)).GetGenericArguments()[1];
        return (ViewDriver)Activator.CreateInstance(typeof(TypedDriver<,>).MakeGenericType(view, key), BindingFlags.CreateInstance, null, [spec], null)!;
    }

    private static List<string> Differences(ViewDriver driver, Schema schema)
    {
        var view = driver.Definition;
        var ttl = view.Ttl is { } duration ? Micros.Of(duration) : default(long?);
        List<string> differences = [];
        if ((view.Schema, view.Table, ttl) != (schema.SqlSchema, schema.Table, schema.Spec.Ttl))
            differences.Add($"table {view.Schema}.{view.Table}, time to live {ttl} µs");
        differences.AddRange(view.Columns.Zip(schema.Spec.Columns)
            .Where(column => !IsSame(column.First, column.Second))
            .Select(column => $"column {column.First} for {column.Second}"));
        if (view.Columns.Count != schema.Spec.Columns.Count)
            differences.Add($"{view.Columns.Count} columns");
        return differences;
    }

    private static bool IsSame(Model.FeatureModel product, ColumnSpec spec) =>
        (product.Property, product.Column, product.Type.Kind.ToString(), product.IsNullable, product.IsKey, product.IsEventTime, product.Type.IsArray, product.Type.MaxLength)
            == (spec.Property, spec.Column.Name, spec.Column.Kind.ToString(), spec.Column.IsNullable, spec.Column.Role == ColumnRole.Key, spec.Column.Role == ColumnRole.EventTime, spec.Column.IsArray, spec.Column.MaxLength);
}
