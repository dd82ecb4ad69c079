using Ematix.Model;
using Ematix.Planning;
using Ematix.Planning.Training;
using Ematix.Sql;

namespace Ematix.Training;

/// <summary>The columns of a feature service's typed spine.</summary>
internal static class ServiceColumns
{
    /// <summary>The name of the as-of.</summary>
    public static string AsOf<TService, TSpineRow>()
        where TService : class, IFeatureService<TService, TSpineRow> => TService.SpineColumns.First(column => column.IsEventTime).Column;

    /// <summary>All of them.</summary>
    /// <exception cref="SpineSchemaException">A view was compiled anew, in another assembly, with other keys than the service was compiled for.</exception>
    public static EquatableArray<SpineColumn> Judged<TService, TSpineRow>(TrainingSetModel set)
        where TService : class, IFeatureService<TService, TSpineRow>
    {
        var given = TService.SpineColumns.Select(column => new SourceColumn(column.Column, TypeMap.Reported(column.Type))).ToArray();
        SpineJudge.Check(set, AsOf<TService, TSpineRow>(), given, SpineRemedies.Rows);
        return TService.SpineColumns.Select(column => new SpineColumn(column.Column, column.Type)).ToEquatableArray();
    }
}
